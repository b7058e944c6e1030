import { sourceId } from "../../claims/claimId.js";
import { isWebAddress } from "../../claims/webAddress.js";
import {
  identifierProperties,
  identifierRows,
  nameRows,
  namingProperties,
  sourceText,
  textRow,
} from "../../cypher/batchRows.js";
import { kindsOf, sourcesByUrl } from "../../cypher/curate.js";
import { entityRestriction } from "../../cypher/restrict.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run } from "../port.js";
import { NOTHING } from "../../cypher/record.js";
import { newRecording, writeBatch } from "../recordBatch.js";
import { checkIdentifiers, checkNaming, namingOf } from "./addEntities.js";
import type { Curation } from "./curation.js";
import type { SourceInput } from "./inputs.js";
import { checkLanguage, checkWellFormed, Known } from "./known.js";
import { Problems } from "./problems.js";
import { replaceText } from "./replaceText.js";

/**
 * Records a source. One of the same address, or of none and the same names, makers and date, is there already and stays as it is; but a text
 * that it did not have becomes its text, and the one before an older version. Throws BAD_USER_INPUT with every fault; CONFLICT where
 * it is to be restricted and one that is open is there already.
 */
export async function addSource(
  { store, ontology, by, access }: Curation,
  input: SourceInput,
): Promise<{ readonly id: string; readonly created: boolean; readonly textChanged: boolean }> {
  const { url = null, sourceType, publishedAt = null, language = null, publisher = null, text = null } = input;
  const [authors, derivedFrom, identifiers] = [input.authors ?? [], input.derivedFrom ?? [], input.identifiers ?? []];
  const naming = namingOf(input);
  const derived = sourceId({ url, sourceType, names: naming.names, publishedAt, publisher, authors });
  return store.write(async (run) => {
    const problems = new Problems();
    checkNaming(problems, input, ["input"]);
    checkIdentifiers(problems, identifiers, ontology, ["input"]);
    for (const field of ["license", "attribution"] as const) {
      const said = input[field] ?? null;
      if (said?.trim() === "") problems.add("EMPTY_TEXT", `the ${field} is empty`, ["input", field]);
      if (said !== null) checkWellFormed(problems, said, ["input", field]);
    }
    if (url !== null && !isWebAddress(url)) {
      problems.add("NOT_A_URL", `${JSON.stringify(url)} is no address; it begins with https://`, ["input", "url"]);
    }
    if (url !== null && /^https?:\/\/[^/?#]*@/iu.test(url)) {
      const message = "the address has a name or a password in it, which everybody would see";
      problems.add("NOT_A_URL", message, ["input", "url"]);
    }
    if (text !== null) checkWellFormed(problems, text, ["input", "text"]);
    if (language !== null) checkLanguage(problems, language, ["input", "language"]);
    if (text?.trim() === "") problems.add("EMPTY_TEXT", "the text is empty", ["input", "text"]);
    const known = await Known.read(run, ontology, [...authors, ...derivedFrom, ...(publisher ? [publisher] : [])]);
    authors.forEach((id, index) => known.check(problems, id, ["input", "authors", index]));
    if (publisher) known.check(problems, publisher, ["input", "publisher"]);
    derivedFrom.forEach((id, index) => known.check(problems, id, ["input", "derivedFrom", index], "SOURCE"));
    problems.refuse();
    const recording = newRecording(by);
    const stored = text === null ? null : sourceText(text, language);
    const there = await storedId(run, url, derived);
    if (there !== null) {
      await refuseOpen(run, there, input.restricted === true);
      const textChanged = stored !== null && (await replaceText(run, there, stored, recording));
      return { id: there, created: false, textChanged };
    }
    const { license = null, attribution = null } = input;
    const own = {
      ...{ sourceType, url, publishedAt, language, license, attribution },
      ...identifierProperties(derived, identifiers),
      restricted: input.restricted === true ? true : null,
    };
    await writeBatch(
      run,
      ontology,
      {
        ...NOTHING,
        entities: [
          { id: derived, kind: "SOURCE", properties: { ...namingProperties(derived, naming, ontology), ...own } },
        ],
        names: nameRows(derived, naming),
        identifiers: identifierRows(derived, identifiers),
        texts: stored === null ? [] : [textRow(derived, stored)],
        authors: pairs(derived, authors),
        publishers: publisher === null ? [] : [{ from: derived, to: publisher }],
        derivations: pairs(derived, derivedFrom),
      },
      recording,
    );
    return { id: derived, created: true, textChanged: false };
  }, access);
}

/** A source that is to be restricted must not be left open, unseen, because it is there already. */
async function refuseOpen(run: Run, id: string, restricted: boolean): Promise<void> {
  if (!restricted) return;
  const [found] = await run(entityRestriction(id));
  if (found?.["restricted"] === true) return;
  const message = `the source ${id} is there already, and open: \`restrictSource\` restricts it`;
  throw new SanadError(ErrorCode.CONFLICT, message);
}

/** The source that is there already: of that address, or of that id. */
async function storedId(run: Run, url: string | null, derived: string): Promise<string | null> {
  const byUrl = url === null ? [] : rowsOf<{ id: string }>(await run(sourcesByUrl([url])));
  const found = byUrl.length > 0 ? byUrl : rowsOf<{ id: string }>(await run(kindsOf([derived])));
  return found[0]?.id ?? null;
}

function pairs(from: string, ids: readonly string[]) {
  return [...new Set(ids)].map((to) => ({ from, to }));
}
