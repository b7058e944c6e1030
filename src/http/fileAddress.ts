import { ErrorCode, SanadError } from "../errors.js";
import { FILE_FORMATS } from "../exchange/export/formats.js";
import type { FileOf } from "../graphql/context.js";

/** How long an address may be: longer ones are cut or refused by what lies between a client and a server. */
const LONGEST = 8_000;

/** Tells where claims can be downloaded from a server of this address. */
export function fileAddresses(base: string): FileOf {
  return (name, where) => {
    const format = FILE_FORMATS.find((one) => one.name === name);
    if (!format) throw new SanadError(ErrorCode.NOT_IMPLEMENTED, `the format ${name} is not written by this version`);
    const search =
      where === null || where === undefined
        ? ""
        : `?${new URLSearchParams({ where: JSON.stringify(where) }).toString()}`;
    const url = `${base}export.${format.ending}${search}`;
    if (url.length <= LONGEST) return { url, mediaType: format.mediaType };
    const message = `the address of the file would have ${url.length} characters, and at most ${LONGEST} are used: ask with a shorter filter, or use \`sanad export\``;
    const problem = { code: "TOO_LONG", message, path: ["where"], suggestions: [] };
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message, [problem]);
  };
}
