import { expect, test } from "vitest";
import { ErrorCode } from "../../src/errors.js";
import { statementError } from "../../src/store/grafeo/errors.js";

// Failures that a test cannot bring about in the engine, in the words that the engine's own documentation and texts have for them.
test.each([
  ["Query error: GRAFEO-Q003: Query exceeded timeout", ErrorCode.TIMEOUT],
  ['Transaction error: GRAFEO-T001: Write conflict: on key :Claim(id = String("GRAFEO-Q003: x"))', ErrorCode.CONFLICT],
  ["Transaction error: GRAFEO-T006: Deadlock detected", ErrorCode.CONFLICT],
  ["Transaction error: GRAFEO-T007: the database is closed, so it takes no more writes", ErrorCode.STORE_UNAVAILABLE],
  ["Transaction error: GRAFEO-T008: an earlier commit did not complete", ErrorCode.STORE_UNAVAILABLE],
  ["Database error: GRAFEO-X001: Internal error: UNIQUE GRAFEO-T001", ErrorCode.INTERNAL],
  ["anything else", ErrorCode.INTERNAL],
])("%s", (message, code) => {
  const cause = new Error(message);
  expect(statementError("The statement claims.byId", cause)).toMatchObject({ code, cause });
});
