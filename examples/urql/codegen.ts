import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types for the operations in src, and what Graphcache has to know of the schema. */
const config: CodegenConfig = {
  schema: "../../schema/schema.graphql",
  documents: ["src/**/*.ts", "!src/generated/**"],
  importExtension: ".js",
  generates: {
    "src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        scalars: { DateTime: "string", PartialDate: "string" },
        strictScalars: true,
        useTypeImports: true,
      },
    },
    "src/generated/introspection.json": { plugins: ["urql-introspection"] },
  },
};

export default config;
