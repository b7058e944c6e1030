/**
 * The peer: @neo4j/graphql behind Apollo Server, over the same graph, modelled as well as it allows. Its packages are those of bench/package.json, apart
 * from the project's own.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { nameIn, statementOf } = await import("../dist/statement.js");
const { NEO4J_URI, NEO4J_PASSWORD } = process.env;
const auth = NEO4J_PASSWORD === undefined ? undefined : neo4j.auth.basic("neo4j", NEO4J_PASSWORD);
const driver = neo4j.driver(NEO4J_URI, auth, {
  maxConnectionPoolSize: 66,
  fetchSize: -1,
  disableLosslessIntegers: true,
  notificationFilter: { minimumSeverityLevel: "OFF" },
  telemetryDisabled: true,
});

const resolvers = {
  Claim: { statement: (claim) => statementOf(claim, claim.subject[0], claim.object[0] ?? null) },
  Cluster: { arabicName: ({ name, nameLanguages, nameTexts }) => nameIn("ar", name, nameLanguages, nameTexts) },
};

const typeDefs = readFileSync(path.join(import.meta.dirname, "model.graphql"), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver, resolvers }).getSchema();
const server = new ApolloServer({ schema, introspection: false, plugins: [ApolloServerPluginCacheControlDisabled()] });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
console.log(url);
