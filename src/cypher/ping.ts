import type { Statement } from "./statement.js";

/** Asks for nothing: that it is answered says that the store is there. */
export const PING: Statement = { name: "ping", text: "RETURN 1 AS there", params: {} };
