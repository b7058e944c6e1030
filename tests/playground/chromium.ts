import { accessSync, constants } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The installed Chromium, or undefined; with SANAD_TEST_REQUIRE=all there must be one. */
export const chromiumFile = [process.env["CHROMIUM"], ...candidates].find(isExecutable);

if (!chromiumFile) {
  const missing = `No Chromium at ${candidates.join(", ")} or in $CHROMIUM`;
  if (process.env["SANAD_TEST_REQUIRE"] === "all")
    throw new Error(`${missing}, and SANAD_TEST_REQUIRE=all wants its tests run.`);
  console.warn(`${missing}: the tests in a browser are skipped.`);
}

export function launchChromium(): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({
    executablePath: chromiumFile!,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet],
  });
}

function isExecutable(file: string | undefined): boolean {
  if (!file) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
