#!/usr/bin/env node
/**
 * Makes the pictures of docs/researcher.md from a server that runs over the article's graph: `npm run pictures`, or with its address in SANAD_URL.
 * Chromium is looked for where Debian puts it, and in $CHROMIUM.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const server = (process.env.SANAD_URL ?? "http://127.0.0.1:4000").replace(/\/$/u, "");
const folder = fileURLToPath(new URL("pictures/", import.meta.url));

/** The claim that the tour follows: 29,000 of these chips in this cluster. */
const QUESTION = `query TheClaim {
  claims(first: 1, where: { predicate: { eq: "USES_CHIP" }, subject: { id: { eq: "giga-texas-cluster" } }, quantity: { eq: 29000 } }) {
    nodes { id }
  }
  conflicts(first: 1, kind: VALUE) { nodes { id } }
}`;

/**
 * @param {string} query
 * @returns {Promise<{ claims: { nodes: { id: string }[] }, conflicts: { nodes: { id: string }[] } }>}
 */
async function ask(query) {
  const response = await fetch(`${server}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const { claims, conflicts } = await ask(QUESTION);
const claim = claims.nodes[0]?.id;
const conflict = conflicts.nodes[0]?.id;
if (!claim || !conflict) throw new Error(`${server} does not serve the article's graph`);

/** @type {readonly (readonly [name: string, address: string, height: number])[]} */
const PICTURES = [
  ["search", "/?q=Giga+Texas", 620],
  ["claim", `/c/${claim}`, 1150],
  ["reading-room", "/e/article", 900],
  ["conflict", `/conflicts/${conflict}`, 860],
  ["graph", "/graph?focus=elon-musk&depth=2", 800],
];

await mkdir(folder, { recursive: true });
const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = candidates.find((file) => file && existsSync(file));
if (!executablePath) throw new Error("no Chromium is installed; $CHROMIUM may name one");
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ colorScheme: "light" });
for (const [name, address, height] of PICTURES) {
  await page.setViewportSize({ width: 1100, height });
  await page.goto(server + address);
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: `${folder}${name}.png` });
  console.log(`docs/pictures/${name}.png: ${address}`);
}
await browser.close();
