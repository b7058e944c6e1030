import { readFile } from "node:fs/promises";
import path from "node:path";
import { htmlText } from "./htmlText.js";

/** A copy's text, or null and why it has none: a sentence without its subject. */
export interface CopyText {
  readonly text: string | null;
  readonly fault: string | null;
}

/** Reads a copy of a source: a saved web page, told by its ending or its beginning, or a text in UTF-8. */
export async function readCopy(file: string): Promise<CopyText> {
  const refused = (fault: string): CopyText => ({ text: null, fault });
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refused(code === "ENOENT" ? "is not there" : code === "EISDIR" ? "is a folder" : "cannot be read");
  }
  const begin = bytes.subarray(0, SNIFFED).toString("latin1");
  const known = REFUSED.find(({ begins }) =>
    typeof begins === "string" ? begin.startsWith(begins) : begins.test(begin),
  );
  if (known) return refused(`is ${known.what}`);
  const mark = MARKS.find(({ begins }) => begin.startsWith(begins));
  if (!mark && begin.includes("\0")) return refused(`is no text: ${SAVE_INSTEAD}`);
  const shown = mark ? new TextDecoder(mark.charset).decode(bytes.subarray(0, SNIFFED)) : begin;
  const isHtml = /^\.x?html?$/iu.test(path.extname(file)) || HTML.test(shown);
  const declared = isHtml ? declaredCharset(shown) : null;
  const charset = mark?.charset ?? declared ?? "utf-8";
  const text = decode(bytes, charset);
  if (text !== null) return { text: isHtml ? htmlText(text) : text, fault: null };
  return refused(
    declared === charset
      ? `is not readable in the encoding ${JSON.stringify(charset)} that it says it has`
      : `is not in UTF-8: ${SAVE_INSTEAD}`,
  );
}

/** How far a page is looked through for what it is. */
const SNIFFED = 4096;

const SAVE_INSTEAD = "save it as a web page (HTML) or as text in UTF-8";

/** What a researcher may well have saved, told by how it begins, and what to do then. */
const REFUSED: readonly { readonly begins: string | RegExp; readonly what: string }[] = [
  { begins: "%PDF-", what: "a PDF, of which no text is read: save its text (`pdftotext -layout file.pdf`)" },
  { begins: "PK\x03\x04", what: `a zip file or a document of an office program: ${SAVE_INSTEAD}` },
  { begins: "\x1F\x8B", what: "compressed: unpack it first" },
  { begins: "WARC/", what: "an archive of the form WARC: take the page out of it" },
  {
    begins: /^(?:From|Subject|Date|MIME-Version): [^]*multipart\/related/iu,
    what: `a web page in one file of the form MHTML: ${SAVE_INSTEAD}`,
  },
];

/** Byte order marks. */
const MARKS = [
  { begins: "\xEF\xBB\xBF", charset: "utf-8" },
  { begins: "\xFF\xFE", charset: "utf-16le" },
  { begins: "\xFE\xFF", charset: "utf-16be" },
] as const;

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu;

/** The encoding that a page says it has. One that says UTF-16 in letters of one byte has not, and browsers take it for UTF-8. */
function declaredCharset(begin: string): string | null {
  const charset = (CHARSET.exec(begin) ?? []).slice(1).find((found) => found !== undefined);
  return charset === undefined ? null : /^utf-?16/iu.test(charset) ? "utf-8" : charset;
}

const CHARSET = /^\s*<\?xml[^>]+encoding=["']([\w.:-]+)|<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu;

/** The bytes as text, a byte order mark included, since positions count it; null where they are not in that encoding, or there is no such. */
function decode(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
