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
        "Import a table by a mapping that says what its columns are; what is there already stays as it is",
        async (config, options, ...files) =>
          (await import("./cli/import.js")).importFiles(config, files.flat(), options),
      )
        .argument("<files...>", "the mapping (.yaml) and the table (.csv)")
        .option("--dry-run", "write nothing, and tell what would come", false)
        .option("--report <file>", "write each refused row, and each cell that was left out, to this CSV file"),
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
