import { ErrorCode, SanadError } from "../errors.js";
import type { Context, Role } from "./context.js";

/** Refuses whoever may not do what a role is needed for: UNAUTHENTICATED where nobody has signed in, FORBIDDEN where the roles do not include it. */
export function requireRole({ viewer }: Pick<Context, "viewer">, role: Role): void {
  if (viewer.roles.includes(role) || viewer.roles.includes("admin")) return;
  if (viewer.name === null) {
    throw new SanadError(ErrorCode.UNAUTHENTICATED, `this needs a token with the role ${role}, and none was given`);
  }
  const roles = viewer.roles.length > 0 ? viewer.roles.join(", ") : "none";
  throw new SanadError(ErrorCode.FORBIDDEN, `this needs the role ${role}; the token's roles: ${roles}`);
}
