import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWTPayload,
  type JWTVerifyGetKey,
} from "jose";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import { ANONYMOUS, type Role } from "../graphql/context.js";
import { refusal } from "../graphql/refusal.js";
import { LOCAL_ALGORITHM, type LocalKey } from "./localKey.js";
import type { Identify } from "./asking.js";

/** Whose tokens are trusted: those signed by one of the keys, for this audience, and, where one is given, by this issuer. */
export interface Trust {
  readonly keys: JWTVerifyGetKey;
  readonly algorithms: readonly string[];
  readonly audience: string;
  readonly issuer: string | null;
}

/** The issuer of a server's own tokens, unless it is set. */
export const LOCAL_ISSUER = "sanad";

/** What providers of identities sign with. A shared secret is none: who can check such a token could make one. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

const MAX_SUBJECT = 200;

/** Trust in the keys that an OpenID provider publishes. They are fetched when they are first needed and kept for ten minutes. */
export function remoteTrust(jwksUri: string, audience: string, issuer: string | null): Trust {
  return { keys: createRemoteJWKSet(new URL(jwksUri)), algorithms: ALGORITHMS, audience, issuer };
}

/** Trust in the server's own key. */
export function localTrust({ publicKey }: LocalKey, audience: string, issuer: string | null): Trust {
  const keys = createLocalJWKSet({ keys: [publicKey] });
  return { keys, algorithms: [LOCAL_ALGORITHM], audience, issuer: issuer ?? LOCAL_ISSUER };
}

/** What a token says. */
export interface Grant {
  readonly subject: string;
  readonly role: Role;
  /** As jose reads it: `30d`. */
  readonly expires: string;
  readonly audience: string;
  readonly issuer: string | null;
}

/** A token of the server's own key. */
export async function makeToken(
  { privateKey }: LocalKey,
  { subject, role, expires, audience, issuer }: Grant,
): Promise<string> {
  return new SignJWT({ roles: [role] })
    .setProtectedHeader({ alg: LOCAL_ALGORITHM, typ: "JWT", kid: privateKey.kid! })
    .setSubject(subject)
    .setAudience(audience)
    .setIssuer(issuer ?? LOCAL_ISSUER)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(privateKey, LOCAL_ALGORITHM));
}

/**
 * Who asks, by the token in the header. Whoever gives none may read, unless only those are to read whose token has a role.
 * Throws UNAUTHENTICATED (401) for a token that is not to be trusted, saying why: it is never taken for none; FORBIDDEN (403) for one without the role that is needed;
 * STORE_UNAVAILABLE (503) where the keys cannot be fetched.
 */
export function identifier(trust: Trust, readers: "everyone" | "known", log: Logger): Identify {
  return async (authorization) => {
    if (authorization === undefined) {
      if (readers === "everyone") return ANONYMOUS;
      throw unauthenticated("reading here needs a token, and none was given: send Authorization: Bearer <token>", null);
    }
    const token = /^bearer +([^\s]+)$/iu.exec(authorization.trim())?.[1];
    if (token === undefined) {
      throw unauthenticated("the Authorization header is not of the form Bearer <token>", "invalid_token");
    }
    const payload = await verify(token, trust, log);
    const roles = rolesOf(payload["roles"], readers);
    if (roles.length === 0) {
      throw refusal(
        new SanadError(
          ErrorCode.FORBIDDEN,
          "reading here needs the role reader; the token has no role that is known here",
        ),
        403,
      );
    }
    return { name: subjectOf(payload), roles, expires: new Date(payload.exp! * 1000) };
  };
}

async function verify(token: string, { keys, algorithms, audience, issuer }: Trust, log: Logger): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [...algorithms],
      audience,
      ...(issuer !== null && { issuer }),
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCK_SECONDS,
    });
    return payload;
  } catch (error) {
    const why = faultOf(error);
    if (why !== null) throw unauthenticated(`the token is not valid: ${why}`, "invalid_token");
    log.error({ err: error }, "the keys by which tokens are checked cannot be fetched");
    const message =
      "the keys by which tokens are checked cannot be fetched just now; without a token, or later, it may be answered";
    throw refusal(new SanadError(ErrorCode.STORE_UNAVAILABLE, message), 503, { "retry-after": "5" });
  }
}

/** How far the clocks of servers may lie apart. */
const CLOCK_SECONDS = 5;

/** What is wrong with a token, in words; null where the fault is not the token's. */
function faultOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return `it expired at ${timeOf(error.payload.exp)}`;
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, reason } = error;
    if (reason === "missing") return `it has no claim ${claim}`;
    if (claim === "aud") return "it is for another audience";
    if (claim === "iss") return "it is of another issuer";
    if (claim === "nbf") return "it does not hold yet";
    return `its claim ${claim} is not as it should be`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return "no key that is trusted here has signed it";
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return "it is signed in a way that is not trusted here";
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    return "it is no signed JSON Web Token";
  }
  if (error instanceof errors.JWKSMultipleMatchingKeys) return "it does not name which of several keys signed it";
  return null;
}

function timeOf(seconds: unknown): string {
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? "no time that there is" : time.toISOString();
}

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === "string" && sub.trim() !== "" && sub.length <= MAX_SUBJECT && !/[\p{C}\p{Zl}\p{Zp}]/u.test(sub))
    return sub;
  throw unauthenticated(
    `the token is not valid: its claim sub must be a name of 1 to ${MAX_SUBJECT} characters, none of them a control character`,
    "invalid_token",
  );
}

/** What the roles of a token allow: a curator also reads, an admin does everything, and where everyone reads, so does whoever has no role. */
function rolesOf(claim: unknown, readers: "everyone" | "known"): readonly Role[] {
  const given = Array.isArray(claim) ? (claim as unknown[]) : [];
  if (given.includes("admin")) return ["reader", "curator", "admin"];
  if (given.includes("curator")) return ["reader", "curator"];
  return given.includes("reader") || readers === "everyone" ? ["reader"] : [];
}

function unauthenticated(message: string, error: "invalid_token" | null) {
  const challenge = error === null ? "Bearer" : `Bearer error="${error}"`;
  return refusal(new SanadError(ErrorCode.UNAUTHENTICATED, message), 401, { "www-authenticate": challenge });
}
