/**
 * The architecture as a check: the folders of src/ are stages, and each imports only what stands before it.
 * The list is the order; the rules below are made from it.
 */
const STAGES = [
  { name: "ground", path: "^src/(config|errors)\\.ts$" },
  { name: "ontology", path: "^src/ontology/" },
  { name: "claims", path: "^src/claims/" },
  { name: "cypher", path: "^src/cypher/" },
  { name: "store", path: "^src/store/" },
  { name: "graphql", path: "^src/graphql/" },
  { name: "exchange", path: "^src/exchange/" },
  { name: "explorer", path: "^src/explorer/" },
  { name: "http", path: "^src/http/" },
  { name: "cli", path: "^src/cli/" },
  { name: "main", path: "^src/main\\.ts$" },
];

/** What is built for the browser: no stage of the server. */
const IN_BROWSER = "^src/(playground|explorer/(islands|style|public))/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that import one another in a circle cannot be read or tested one at a time.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...STAGES.slice(0, -1).map(({ name, path }, index) => ({
      name: `${name}-imports-only-what-stands-before-it`,
      comment: `A folder imports only what stands before it in the layout: ${STAGES.map((stage) => stage.name).join(", ")}.`,
      severity: "error",
      from: { path },
      to: { path: STAGES.slice(index + 1).map((stage) => stage.path) },
    })),
    {
      name: "every-file-of-src-has-a-stage",
      comment: "A new folder of src/ is given its place in STAGES.",
      severity: "error",
      from: { path: "^src/", pathNot: [...STAGES.map((stage) => stage.path), IN_BROWSER] },
      to: {},
    },
    {
      name: "what-runs-in-the-browser-is-apart",
      comment: "The playground and the pages' islands run in the browser and know the server only by its addresses.",
      severity: "error",
      from: { path: IN_BROWSER },
      to: { path: "^src/", pathNot: IN_BROWSER },
    },
    {
      name: "server-is-apart",
      comment: "The server serves what runs in the browser as files and imports nothing of it.",
      severity: "error",
      from: { path: "^src/", pathNot: IN_BROWSER },
      to: { path: IN_BROWSER },
    },
    {
      name: "pages-ask-as-clients-do",
      comment: "A page is made of the answer to its operation: it reads nothing past GraphQL.",
      severity: "error",
      from: { path: "^src/explorer/" },
      to: { path: "^src/(store|cypher|exchange)/" },
    },
    {
      name: "claims-and-cypher-are-pure",
      comment: "What only computes is tested without files, network or database.",
      severity: "error",
      from: { path: "^src/(claims|cypher)/" },
      to: {
        path: "^(node:)?(fs|net|http|https|http2|child_process|dns|worker_threads|tls)(/|$)|(^|/)node_modules/(neo4j-driver|@grafeo-db)/",
      },
    },
    {
      name: "drivers-stay-in-their-adapter",
      comment: "Only an engine's adapter knows its driver; all else goes through the store's port.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/store/" },
      to: { path: "(^|/)node_modules/(neo4j-driver|@grafeo-db)/" },
    },
    {
      name: "only-declared-packages",
      comment: "What the server imports is a dependency of its own, so that it is there when it is installed.",
      severity: "error",
      from: { path: "^src/", pathNot: IN_BROWSER },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"] },
    },
    {
      name: "everything-resolves",
      comment:
        "An import that leads nowhere would escape every other rule. What runs in the browser is vite's to resolve.",
      severity: "error",
      from: { path: "^src/", pathNot: IN_BROWSER },
      to: { couldNotResolve: true, pathNot: "^@graphql-typed-document-node/core$" }, // has types only
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
