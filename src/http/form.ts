import type { IncomingMessage } from "node:http";
import { ErrorCode, SanadError } from "../errors.js";
import { refusal } from "../graphql/refusal.js";
import { bodyOf } from "./bodyOf.js";
import { isOfThisSite } from "./origin.js";

/** The most bytes that the fields of a form may have: a source's text of a million letters, each of which is nine bytes in a form. */
const MAX_FORM = 10 * 1024 * 1024;

/** Refuses a form that a page of another site has sent, or nobody can say which. Throws FORBIDDEN (403). */
export function refuseOtherSites(request: IncomingMessage, base: string): void {
  if (isOfThisSite(request, base)) return;
  const message =
    "this form was not sent by a page of this server, or the browser does not say so; open the page here and send it from there";
  throw refusal(new SanadError(ErrorCode.FORBIDDEN, message), 403);
}

/**
 * The fields of a form that was sent; ends of lines are as they were typed, which forms send as CR LF. Throws TOO_COMPLEX (413) where it is too long, BAD_USER_INPUT (415)
 * where it is no form.
 */
export async function readForm(request: IncomingMessage, most = MAX_FORM): Promise<URLSearchParams> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    const message = "a form is sent as application/x-www-form-urlencoded";
    throw refusal(new SanadError(ErrorCode.BAD_USER_INPUT, message), 415);
  }
  const bytes = await bodyOf(request, most);
  if (bytes === null) {
    const message = `the form has more than ${most} bytes`;
    throw refusal(new SanadError(ErrorCode.TOO_COMPLEX, message), 413, { connection: "close" });
  }
  const sent = new URLSearchParams(bytes.toString("utf8"));
  return new URLSearchParams([...sent].map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));
}

/** A path of this server, whatever a form says: never another host's. */
export function localPath(given: string | null): string {
  return given !== null && /^\/(?![/\\])/u.test(given) && !/[\t\n\r]/u.test(given) ? given : "/";
}
