import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Apollo loads graphql's CommonJS build and vite would load the other: two copies, each refusing the other's schema as "from another module or realm".
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  // Decorators and JSX as in tsconfig.json, which vite does not take for files that it does not include.
  oxc: { decorator: { legacy: true }, jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    globalSetup: ["tests/neo4j/globalSetup.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // The embedded engine and type-graphql's metadata are one per process.
    pool: "forks",
    // Much of a run is waiting for a Neo4j: each file has one for itself while it runs.
    maxWorkers: 3,
  },
});
