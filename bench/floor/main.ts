import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as embedded from "./embedded.js";
import { contains, eitherRelation, every, provenanceFilter, sharedFacility, throughHub } from "./filters.js";
import { flagship } from "./flagship.js";
import { openGrafeo } from "./grafeo.js";
import type { HandWritten, Variables } from "./handWritten.js";
import { claimPage, clusterPage, entityById } from "./lookUps.js";
import { assertClaims, type Asserted } from "./mutation.js";
import { openNeo4j } from "./neo4j.js";
import { paths, pathsEmbedded } from "./paths.js";
import { provenance } from "./provenance.js";
import { search, searchEmbedded } from "./search.js";
import { totals } from "./totals.js";

/**
 * The floor: what a server costs that is written by hand for these questions alone. POST /F with the variables as JSON. It checks nothing: no
 * rights, no limits, no query.
 */
const ON_NEO4J: Readonly<Record<string, HandWritten>> = {
  ...{ F: flagship, D: provenanceFilter, P: provenance, L: clusterPage, N: entityById, S: search, SA: search },
  ...{ T: totals, H: paths, H2: paths, X1: sharedFacility, X2: throughHub, X3: throughHub, X4: contains },
  ...{ X5: eitherRelation, X6: every, X7: claimPage },
};

const ON_EMBEDDED: Readonly<Record<string, HandWritten>> = {
  ...ON_NEO4J,
  ...{ L: embedded.clusterPage, S: searchEmbedded, SA: searchEmbedded, H: pathsEmbedded, H2: pathsEmbedded },
  ...{ X2: embedded.throughHub, X3: embedded.throughHub, X6: embedded.every, X7: embedded.claimPage },
};

const { NEO4J_URI, NEO4J_PASSWORD, SANAD_DATA } = process.env;
const questions = NEO4J_URI === undefined ? ON_EMBEDDED : ON_NEO4J;
const { read, write } = NEO4J_URI === undefined ? await openGrafeo(SANAD_DATA!) : openNeo4j(NEO4J_URI, NEO4J_PASSWORD);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    answer(request.url!.slice(1), JSON.parse(Buffer.concat(chunks).toString())).then(
      (body) => {
        const headers = {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Length": Buffer.byteLength(body),
        };
        response.writeHead(200, headers).end(body);
      },
      (error: unknown) => void response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));

async function answer(name: string, sent: unknown): Promise<string> {
  const data =
    name === "M"
      ? await assertClaims(write, (sent as { claims: Asserted[] }).claims)
      : await questions[name]!(read, sent as Variables);
  return JSON.stringify({ data });
}
