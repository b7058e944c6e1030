import path from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Config } from "../config.js";
import { ErrorCode, SanadError } from "../errors.js";
import { importTable, type Counted, type Imported } from "../exchange/import/importTable.js";
import { readMapping, type Mapping } from "../exchange/import/readMapping.js";
import { Report } from "../exchange/import/report.js";
import { loadOntology } from "../ontology/load.js";
import { isUnused } from "../store/grafeo/folder.js";
import { importJsonLines } from "./importJsonLines.js";
import { withStore } from "./open.js";
import { showBar } from "./showBar.js";

export interface ImportCommand {
  readonly dryRun: boolean;
  readonly report?: string;
}

/** How a program ends that was stopped by Ctrl-C. */
const INTERRUPTED = 130;

/** `sanad import <files...>`: a table by its mapping, or a graph from JSON Lines. Exit code 1 where rows were refused. */
export function importFiles(config: Config, files: readonly string[], options: ImportCommand): Promise<number> {
  const [mappings, others] = [files.filter(isMapping), files.filter((file) => !isMapping(file))];
  if (mappings.length === 1 && others.length === 1) return importCsv(config, mappings[0]!, others[0]!, options);
  if (files.length === 1 && /\.jsonl(\.gz)?$/iu.test(files[0]!)) {
    if (!options.dryRun && options.report === undefined) return importJsonLines(config, files[0]!);
    const message = "--dry-run and --report are of the import of tables; a file of JSON Lines is proven as a whole";
    throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
  }
  const given = files.map((file) => JSON.stringify(file)).join(" and ");
  const message = `a mapping (.yaml) and a table (.csv) are imported, or a file of JSON Lines (.jsonl, .jsonl.gz), and ${given} ${files.length === 1 ? "is" : "are"} not that`;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
}

async function importCsv(config: Config, mappingFile: string, table: string, options: ImportCommand): Promise<number> {
  const mapping = readMapping(path.resolve(mappingFile), loadOntology(config.ontologyFile));
  const { dryRun } = options;
  const scratch = dryRun && (await hasNoStore(config)) ? await mkdtemp(path.join(tmpdir(), "sanad-dry-run-")) : null;
  const on = scratch === null ? config : { ...config, dataFolder: scratch };
  const report = new Report(options.report ?? null);
  const bar = showBar();
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await withStore(on, async ({ store }) => {
      const imported = await importTable(store, mapping, table, {
        ...{ by: "import", dryRun, signal: stopped.signal, onProgress: bar.show },
        onNote: (note) => report.add(note),
      });
      bar.end();
      await report.close();
      console.log(told(mapping, table, imported, dryRun));
      if (report.summary.length > 0) console.error(report.summary.join("\n"));
      return imported.stoppedAfter !== null ? INTERRUPTED : imported.refused > 0 ? 1 : 0;
    });
  } finally {
    bar.end();
    await report.close();
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}

/** Whether there is no store yet: a dry run must not make one. */
async function hasNoStore({ neo4jUri, dataFolder }: Config): Promise<boolean> {
  return neo4jUri === null && (await isUnused(dataFolder));
}

function isMapping(file: string): boolean {
  return /\.ya?ml$/iu.test(file);
}

function told(mapping: Mapping, table: string, imported: Imported, dryRun: boolean): string {
  const { rows, refused, resumedAfter, stoppedAfter, entities, claims, citations, matched } = imported;
  const number = (amount: number) => amount.toLocaleString("en");
  const counted = (what: string, { new: fresh, there }: Counted) =>
    `  ${what}: ${number(fresh)} new, ${number(there)} there already`;
  const would = dryRun ? "would be " : "";
  const name = Object.values(mapping.form.dataset.name)[0]!;
  const repeated = rows - imported.imported - refused;
  const isNew = entities.new + claims.new + citations.new > 0;
  const also = stoppedAfter === null && repeated > 0 ? `, ${number(repeated)} repeat another` : "";
  return [
    `${number(imported.imported)} of ${number(rows)} rows of ${table} ${would || "are "}in “${name}”, ${number(refused)} ${would || "were "}refused${also}.`,
    ...(resumedAfter === null
      ? []
      : [`It went on after row ${number(resumedAfter)}, which an earlier run had brought in.`]),
    ...(stoppedAfter === null
      ? []
      : [`Stopped after row ${number(stoppedAfter)}; the same command goes on from there.`]),
    counted("entities", entities) + `; ${number(matched)} others are named that were there`,
    counted("claims", claims),
    counted("citations", citations),
    ...(isNew ? [] : ["Nothing is new: all of it was there already."]),
    ...(dryRun ? ["This was a dry run: nothing was written."] : []),
  ].join("\n");
}
