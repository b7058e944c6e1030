import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types for the operations in src, and which types stand behind the schema's interfaces. */
const config: CodegenConfig = {
  schema: "../../schema/schema.graphql",
  documents: ["src/**/*.ts", "!src/generated/**"],
  importExtension: ".js",
  generates: {
    "src/generated/": {
      preset: "client",
      // Apollo Client masks the data by itself: what is left to do is to type what it masks.
      presetConfig: { fragmentMasking: false },
      config: {
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
        scalars: { DateTime: "string", PartialDate: "string" },
        strictScalars: true,
        useTypeImports: true,
      },
    },
    "src/generated/possibleTypes.ts": { plugins: ["fragment-matcher"] },
  },
};

export default config;
