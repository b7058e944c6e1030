import { putEdges, putNodes } from "../../../src/cypher/copy.js";
import type { Store } from "../../../src/store/port.js";

/** Claims about one thing, each cited, with no words, names or history. */
export async function addClaims(store: Store, count: number): Promise<void> {
  const BATCH = 2000;
  for (let at = 0; at < count; at += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, index) => at + index);
    const claims = numbers.map((number) => ({
      ...{ id: `c_${number}`, predicate: "DESCRIBED_AS", modality: "ACTUAL", rank: "NORMAL", status: "ACTIVE" },
      ...{ textLanguages: ["en"], textTexts: [`This is number ${number} of them, and ${"long ".repeat(20)}`] },
      ...{ recordedAt: "2026-01-01T00:00:00.000Z", recordedBy: "test" },
    }));
    const citations = numbers.map((number) => ({
      ...{ id: `q_${number}`, quote: `number ${number}, word for word, ${"long ".repeat(20)}` },
      ...{ basis: "STATED", verification: "NO_TEXT", recordedAt: "2026-01-01T00:00:00.000Z" },
    }));
    const edges = (from: string, to: (number: number) => string) =>
      numbers.map((number) => ({ from: `${from}_${number}`, to: to(number), properties: {} }));
    await store.write(async (run) => {
      await run(putNodes("Claim", [], claims));
      await run(putNodes("Citation", [], citations));
      await run(
        putEdges(
          "SUBJECT",
          "Claim",
          "Entity",
          edges("c", () => "cortex"),
        ),
      );
      await run(
        putEdges(
          "HAS_CITATION",
          "Claim",
          "Citation",
          edges("c", (number) => `q_${number}`),
        ),
      );
      await run(
        putEdges(
          "HAS_SOURCE",
          "Citation",
          "Entity",
          edges("q", () => "article"),
        ),
      );
    });
  }
}
