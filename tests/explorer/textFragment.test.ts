import { expect, it } from "vitest";
import { passageAddress } from "../../src/explorer/textFragment.js";

const URL = "https://news.example/a";
const of = (quote: string, before = "", after = "") => passageAddress(URL, { quote, before, after });

it("names a quote whole, a long one by its first and last words", () => {
  expect(of("five words are just enough")).toBe(`${URL}#:~:text=five%20words%20are%20just%20enough`);
  expect(of("one two three four five six seven eight nine ten eleven twelve thirteen")).toBe(
    `${URL}#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen`,
  );
  expect(of("of two paragraphs,\n the first and second")).toBe(
    `${URL}#:~:text=of%20two%20paragraphs%2C,the%20first%20and%20second`,
  );
});

it("encodes what has a meaning there, and goes after a fragment that an address has already", () => {
  expect(of("well-known, R&D’s so-called “first” step")).toBe(
    `${URL}#:~:text=well%2Dknown%2C%20R%26D%E2%80%99s%20so%2Dcalled%20%E2%80%9Cfirst%E2%80%9D%20step`,
  );
  const passage = { quote: "نشرت Tesla بالفعل مجموعة كبيرة", before: "", after: "" };
  const address = passageAddress(`${URL}#top`, passage)!;
  expect(address).toBe(`${URL}#top:~:text=${encodeURIComponent(passage.quote)}`);
});

it("tells a short quote by the words beside it, and names whole words", () => {
  expect(of("the machine", "cut off and so he said that ", " is training already, he sa")).toBe(
    `${URL}#:~:text=he%20said%20that-,the%20machine,-is%20training%20already%2C`,
  );
  expect(of("فعل وتتدرب قبل الموعد المحد", "نشرت بال", "د على")).toBe(
    `${URL}#:~:text=${encodeURIComponent("بالفعل وتتدرب قبل الموعد المحدد")}`,
  );
});

it("is none where the source has no address of the web", () => {
  expect(passageAddress("urn:isbn:123", { quote: "a", before: "", after: "" })).toBeNull();
});
