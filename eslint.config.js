import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    "**/dist/",
    "data/",
    "coverage/",
    "node_modules/",
    "src/explorer/queries/generated/",
    "examples/*/src/**/{generated,__generated__}/",
  ]),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.json", "tsconfig.browser.json", "tests/tsconfig.json", "examples/*/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-misleading-character-class": ["error", { allowEscape: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // graphql-js compares the kinds of nodes with plain words.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // A method that a port declares as a promise may have nothing to wait for.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    name: "the server",
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/playground/**", "src/explorer/islands/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Settings are read in src/config.ts only, and handed on." },
      ],
      "no-console": "error",
    },
  },
  { files: ["src/config.ts"], rules: { "no-restricted-properties": "off" } },
  { files: ["src/cli/**"], rules: { "no-console": "off" } },
  {
    name: "the playground's stores hand out their actions as they are, and tests expect something of any value",
    files: ["src/playground/**", "tests/**"],
    rules: {
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    name: "tests",
    files: ["tests/**"],
    rules: {
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    name: "a library's interface is extended by an interface",
    files: ["examples/**"],
    rules: { "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }] },
  },
  {
    name: "CommonJS",
    files: ["**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: { module: "writable" } },
  },
  { files: ["**/*.js", "**/*.cjs"], extends: [tseslint.configs.disableTypeChecked] },
  {
    name: "plain JavaScript of Node",
    files: ["bin/**/*.js", "bench/**/*.js", "docs/**/*.js", "eslint.config.js"],
    languageOptions: {
      globals: { process: "readonly", console: "readonly", URL: "readonly", Buffer: "readonly", fetch: "readonly" },
    },
  },
);
