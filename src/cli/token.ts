import { userInfo } from "node:os";
import type { Config } from "../config.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Role } from "../graphql/context.js";
import { makeToken } from "../http/identify.js";
import { localKey } from "../http/localKey.js";

const ROLES: readonly string[] = ["reader", "curator", "admin"] satisfies Role[];

interface TokenOptions {
  readonly role: string;
  /** Left out, the name of the user of this machine. */
  readonly subject?: string;
  readonly expires: string;
}

/** `sanad token`: prints a token of the data folder's key. Throws BAD_USER_INPUT for a role, name or time that there is not, and where tokens are another's. */
export async function token(config: Config, { role, subject, expires }: TokenOptions): Promise<number> {
  const { jwksUri, audience, issuer } = config.tokens;
  if (jwksUri !== null) {
    throw wrong(
      `SANAD_JWKS_URI is set, so only tokens of that provider are trusted: get one there, or unset it to use this server's own key`,
    );
  }
  if (!ROLES.includes(role)) throw wrong(`--role ${JSON.stringify(role)} is none of ${ROLES.join(", ")}`);
  if (!/^[1-9]\d{0,4}[mhd]$/u.test(expires)) {
    throw wrong(`--expires ${JSON.stringify(expires)} is no time: write minutes, hours or days as 30m, 12h, 30d`);
  }
  const name = subject ?? userName();
  if (name.trim() === "" || name.length > 200 || /[\p{C}\p{Zl}\p{Zp}]/u.test(name)) {
    throw wrong(
      `--subject ${JSON.stringify(name)} must be a name of 1 to 200 characters, none of them a control character`,
    );
  }
  const key = await localKey(config.dataFolder);
  console.log(await makeToken(key, { subject: name, role: role as Role, expires, audience, issuer }));
  return 0;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "curator"; // a user without a name, as in containers
  }
}

function wrong(message: string): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message);
}
