/**
 * The types of the explorer's operations, from their files and the schema; `npm run generate` writes them.
 *
 * @type {import("@graphql-codegen/cli").CodegenConfig}
 */
export default {
  schema: "schema/schema.graphql",
  documents: "src/explorer/queries/*.graphql",
  emitLegacyCommonJSImports: false,
  importExtension: ".js",
  generates: {
    "src/explorer/queries/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: "string", PartialDate: "string" },
      },
    },
  },
};
