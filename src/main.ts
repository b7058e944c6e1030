import { Command, CommanderError, Option } from "commander";
import { readConfig, type Config } from "./config.js";
import { SanadError } from "./errors.js";

/** The options of all commands, each command with its own. */
interface Options {
  readonly seed: boolean;
  readonly from: string;
  readonly to: string;
  readonly variables?: string;
  readonly variablesFile?: string;
  readonly operation?: string;
  readonly profile: boolean;
  readonly json: boolean;
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly report?: string;
  readonly role: string;
  readonly subject?: string;
  readonly expires: string;
  readonly format?: string;
  readonly claim?: readonly string[];
  readonly entity?: string;
  readonly where?: string;
  readonly query?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly open: boolean;
  readonly source?: string;
  readonly copy?: string;
  readonly copies?: string;
  readonly texts?: string;
}

/** An option of `export` that says which claims go out; at most one of them is given, and with none all do. */
function selects(flags: string, description: string): Option {
  const all = ["claim", "entity", "where", "query"];
  return new Option(flags, description).conflicts(all.filter((name) => !flags.startsWith(`--${name} `)));
}

/**
 * The program `sanad`: runs the command of `argv` (without the program's own name) and answers its exit code. What a user can mend is told
 * in one sentence and ends with 1; only a defect shows its stack.
 */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const command = (
    name: string,
    description: string,
    act: (config: Config, options: Options, ...args: readonly string[]) => Promise<number>,
  ) =>
    new Command(name).description(description).action(async (...given: unknown[]) => {
      const [options] = given.splice(-2) as [Options, Command];
      exitCode = await act(readConfig(), options, ...(given as string[]));
    });
  const program = new Command("sanad")
    .description(
      "A GraphQL knowledge-graph server: every fact is a claim, every claim cites its sources word for word.",
    )
    .addCommand(
      command("serve", "Serve GraphQL and the playground", async (config, options) =>
        (await import("./cli/serve.js")).serve(config, options),
      ).option("--seed", "first load the folder of seeds when the store is empty", false),
    )
    .addCommand(
      command("seed", "Load the folder of seeds; what is there already stays as it is", async (config) =>
        (await import("./cli/seed.js")).seed(config),
      ),
    )
    .addCommand(
      command(
        "check",
        "Prove that every quote stands in its text and every edge is paired with its claim",
        async (config) => (await import("./cli/check.js")).check(config),
      ),
    )
    .addCommand(
      command(
        "import",
        "Import a table by a mapping that says what its columns are, or a graph that was exported as JSON Lines into an empty store",
        async (config, options, ...files) =>
          (await import("./cli/import.js")).importFiles(config, files.flat(), options),
      )
        .argument(
          "<files...>",
          "the mapping (.yaml) and the table (.csv); or what `sanad export --format jsonl` wrote (.jsonl, .jsonl.gz)",
        )
        .option("--dry-run", "write nothing, and tell what would come", false)
        .option("--report <file>", "write each refused row, and each cell that was left out, to this CSV file"),
    )
    .addCommand(
      command(
        "verify",
        "Seek quotes again in copies of their sources, or in the stored texts, and tell which stand, moved or are gone",
        async (config, options) => (await import("./cli/verify.js")).verify(config, options),
      )
        .option("--source <id or address>", "the one source to look at, of which --copy is a copy")
        .option("--copy <file>", "a saved web page (HTML) or a text in UTF-8")
        .addOption(
          new Option("--copies <folder>", "copies named by their sources' ids, or listed in an index there").conflicts([
            "source",
            "copy",
          ]),
        )
        .option("--report <file>", "write a CSV file, a row a quote")
        .option("--texts <folder>", "write the texts in which quotes were sought, to store them anew")
        .option("--json", "print a line of JSON a source", false),
    )
    .addCommand(
      command("rebuild", "Make edges anew that are not as their claims have them", async (config) =>
        (await import("./cli/rebuild.js")).rebuild(config),
      ),
    )
    .addCommand(
      command(
        "explain",
        "Run the queries of a GraphQL file and tell how they are answered: the plans, the statements, their times",
        async (config, options, file) => (await import("./cli/explain.js")).explain(config, { ...options, file }),
      )
        .argument("<file>", "operations; fragments may stand in the other .graphql files of its folder")
        .addOption(new Option("--variables <json>", "the variables as JSON").conflicts("variablesFile"))
        .option("--variables-file <file>", "a file that holds the variables as JSON")
        .option("--operation <name>", "only this operation of the file")
        .option("--profile", "have the engine tell what it does for each statement", false)
        .option("--json", "print one JSON object", false),
    )
    .addCommand(
      command("token", "Print a token of this server's own key, for whoever is to curate", async (config, options) =>
        (await import("./cli/token.js")).token(config, options),
      )
        .requiredOption("--role <role>", "what it allows: reader, curator or admin")
        .option("--subject <name>", "the name under which its writes are recorded; left out, that of the user here")
        .option("--expires <time>", "for how long it holds: 30m, 12h, 30d", "30d"),
    )
    .addCommand(
      command("migrate", "Bring the stored graph from the layout of an older version to this one's", async (config) =>
        (await import("./cli/migrate.js")).migrate(config),
      ),
    )
    .addCommand(
      command(
        "copy",
        "Copy everything from one store into an empty one, and prove that both hold the same",
        async (config, options) => (await import("./cli/copy.js")).copy(config, options),
      )
        .requiredOption("--from <store>", "a data folder, or the address of a Neo4j server (bolt:// or neo4j://)")
        .requiredOption("--to <store>", "as --from; a broken-off copy into it is resumed"),
    )
    .addCommand(
      command("export", "Write claims to a file, in one of the formats", async (config, options) =>
        (await import("./cli/export.js")).exportClaims(config, options),
      )
        .option("--format <name>", "csv, jsonl and others; left out, the ending of --out says it")
        .addOption(selects("--claim <ids...>", "these claims, whatever their status"))
        .addOption(selects("--entity <id>", "the claims about it, leading to it, said by it, or cited from it"))
        .addOption(selects("--where <json>", "the claims that meet a ClaimFilter, as in GraphQL"))
        .addOption(selects("--query <file>", "the claims in the answer of this file's query"))
        .option("--variables <json>", "the query's variables")
        .option("--operation <name>", "the query, where the file has several")
        .option("--as-of <json>", "as of a moment, as in GraphQL; left out, now")
        .option("--out <file>", "the file to write, compressed where it ends with .gz; left out, standard output")
        .option("--open", "only what readers see: without restricted sources, and what only they say", false),
    )
    .addCommand(
      command("backup", "Make a backup of the store, also while a server uses it", async (config, _options, folder) =>
        (await import("./cli/backup.js")).backup(config, folder),
      ).argument("<folder>", "the backup to make; in a folder that is there already one is made, named by the time"),
    )
    .addCommand(
      command(
        "restore",
        "Restore a backup into the store, also while a server uses it",
        async (config, options, folder) => (await import("./cli/restore.js")).restore(config, folder, options),
      )
        .argument("<backup>", "what `sanad backup` has made, of whichever engine")
        .option("--replace", "put it in the place of what is there, which is kept", false),
    );
  for (const each of [program, ...program.commands]) each.exitOverride();
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof SanadError)) throw error;
    process.stderr.write(`sanad: ${error.message}\n`);
    return 1;
  }
}
