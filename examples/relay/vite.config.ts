import { defineConfig } from "vite";
import relay from "vite-plugin-relay";

/** A program for Node: Relay's plugin puts the compiler's artifacts in the place of the `graphql` texts. */
export default defineConfig({
  plugins: [relay],
  define: { "process.env.NODE_ENV": '"production"' },
  build: { ssr: "src/main.tsx", outDir: "dist" },
  ssr: { noExternal: true, external: ["happy-dom"] },
});
