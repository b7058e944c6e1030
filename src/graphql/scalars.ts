import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { parsePartialDate } from "../claims/partialDate.js";

/** Moments of this database's own time, in full: RFC 3339, UTC. */
export const DateTime = GraphQLDateTime;

/** A date of the world's time, as precise as the source has it. */
export const PartialDate = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description:
    "An ISO 8601 date in the precision that the source gives: `2024`, `2024-10` or `2024-10-29`. A reduced date means all of its days.",
  serialize: (value) => String(value),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

function read(value: unknown): string {
  if (typeof value === "string" && parsePartialDate(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is no date; write "2024", "2024-10" or "2024-10-29".`);
}
