import { readFile } from "node:fs/promises";
import path from "node:path";
import { ErrorCode, SanadError } from "../errors.js";
import type { PageAssets } from "../explorer/visit.js";
import { Assets } from "./assets.js";

/** What the build has written for the pages, beside the pages themselves. */
export interface BuiltPages {
  /** The addresses of what each page sends along. */
  readonly assets: PageAssets;
  /** Files whose names hold a hash of their content. */
  readonly files: Assets;
}

/** Reads what the build has written for the pages. Throws NOT_FOUND, saying how it is built, where there is nothing. */
export async function loadPages(folder: string): Promise<BuiltPages> {
  const [manifest, files, icon] = await Promise.all([
    readFile(path.join(folder, ".vite/manifest.json"), "utf8"),
    Assets.load(path.join(folder, "assets"), "/pages/assets/"),
    Assets.load(folder, "/pages/", { "Cache-Control": "public, max-age=86400" }), // names that stay
  ]).catch((cause: unknown) => {
    const message = `The pages are not built: ${folder} has no manifest. "npm run build" makes it.`;
    throw new SanadError(ErrorCode.NOT_FOUND, message, [], { cause });
  });
  const entries = JSON.parse(manifest) as Readonly<Record<string, { file: string; css?: readonly string[] }>>;
  const { file, css } = entries["islands/explorer.ts"]!;
  const curate = entries["islands/curate.ts"]!;
  return {
    assets: {
      ...{ script: `/pages/${file}`, curateScript: `/pages/${curate.file}`, curateStyle: `/pages/${curate.css![0]!}` },
      ...{ style: `/pages/${css![0]!}`, icon: "/pages/icon.svg" },
    },
    files: files.with(icon),
  };
}
