import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCopy } from "../../../src/exchange/verify/readCopy.js";
import { encoded } from "./encoded.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "sanad-copies-"))));
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, content: string | Buffer) {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return readCopy(file);
}

describe("a copy", () => {
  it("that is text is taken as it is, its byte order mark and line ends too", async () => {
    const text = "\uFEFFa <b>\r\n\r\n  c & d ";
    expect(await read("a.txt", text)).toEqual({ text, fault: null });
  });

  it("is a page by its ending or by its beginning", async () => {
    const html = "<p>One &amp; <i>two</i></p><p>three</p>";
    expect((await read("a.HTM", html)).text).toBe("One & two\n\nthree");
    expect((await read("saved", `<!-- saved from x -->\n<!DOCTYPE html>${html}`)).text).toBe("One & two\n\nthree");
    expect((await read("a.txt", html)).text).toBe(html);
  });

  it("that is a page has lists and tables without numbers and cells run together, and headings as they are written", async () => {
    const html =
      "<h2>Title</h2><ol><li>one<li>two</ol><ul><li>three</ul><blockquote>four<br>five</blockquote><table><tr><th>Six<td>seven</table>";
    expect((await read("b.html", html)).text!.split(/\s+/u)).toEqual([
      "Title",
      "one",
      "two",
      "three",
      "four",
      "five",
      "Six",
      "seven",
    ]);
  });

  it.each<[string, string, string | Buffer, RegExp]>([
    ["a PDF", "a.pdf", "%PDF-1.7\n%\u00E2", /^is a PDF.*pdftotext/u],
    ["an archive", "a.epub", Buffer.from("PK\u0003\u0004\0\0"), /^is a zip file/u],
    ["compressed", "a.gz", Buffer.from([0x1f, 0x8b, 8, 0]), /^is compressed/u],
    ["a web archive's own", "a.warc", "WARC/1.0\r\n", /form WARC/u],
    ["a picture", "a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /^is no text/u],
    ["a page in one file", "a.mhtml", "From: <Saved by X>\r\nContent-Type: multipart/related;\r\n", /form MHTML/u],
    ["in another encoding", "a.txt", encoded("Bücher", "latin1"), /^is not in UTF-8/u],
    ["not in its encoding", "a.html", encoded('<meta charset="utf-8">ü', "latin1"), /encoding "utf-8" that it says/u],
    ["in an unknown encoding", "a.html", '<meta charset="klingon">a', /the encoding "klingon" that it says/u],
  ])("that is %s is refused with what to do", async (_, name, content, fault) => {
    expect(await read(name, content)).toEqual({ text: null, fault: expect.stringMatching(fault) as string });
  });

  it("that is not there, or a folder, is said to be so", async () => {
    expect((await readCopy(path.join(folder, "none"))).fault).toBe("is not there");
    expect((await readCopy(folder)).fault).toBe("is a folder");
  });
});
