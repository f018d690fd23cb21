/** The directions of imports. test: tools/lint/boundaries.test.ts plants a violation of each. */
const domain =
  "^packages/(kernel|evidence|suitability|protocol|course|booking|session|recovery|measurement|collagen|consent)/src/";
const test = "\\.(test|arbitrary)\\.ts$|^packages/booking/src/interval-oracle\\.ts$";

/** What each package may stand on. */
const ground = {
  kernel: [],
  evidence: ["kernel"],
  consent: ["kernel"],
  suitability: ["kernel", "evidence"],
  protocol: ["kernel", "evidence"],
  measurement: ["kernel", "evidence"],
  collagen: ["kernel", "evidence"],
  recovery: ["kernel", "evidence"],
  session: ["kernel", "evidence", "protocol"],
  course: ["kernel", "evidence", "suitability"],
  booking: ["kernel", "evidence", "course"],
};

const standsOn = Object.entries(ground).map(([name, below]) => ({
  name: `${name}-stands-on-its-ground`,
  comment: `packages/${name} may import ${below.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: test },
  to: { path: "^packages/([^/]+)/", pathNot: `^packages/(${[name, ...below].join("|")})/` },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...standsOn,
    {
      name: "domain-is-pure-of-node",
      severity: "error",
      from: { path: domain, pathNot: test },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "domain-is-pure-of-npm",
      severity: "error",
      from: { path: domain, pathNot: test },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "domain-never-sees-wire-or-apps",
      severity: "error",
      from: { path: domain },
      to: { path: "^(packages/contract|apps)/" },
    },
    {
      name: "contract-needs-only-domain-and-zod",
      severity: "error",
      from: { path: "^packages/contract/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-no-pkg"], pathNot: "node_modules/zod/" },
    },
    { name: "packages-never-import-apps", severity: "error", from: { path: "^packages/" }, to: { path: "^apps/" } },
    {
      name: "apps-are-strangers",
      comment: "the command line starts the server through its front door; nothing else crosses",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/|^apps/server/src/index\\.ts$" },
    },
    {
      name: "web-never-sees-the-server",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^apps/server/" },
    },
    {
      name: "web-features-are-strangers",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "server-features-are-strangers",
      severity: "error",
      from: { path: "^apps/server/src/features/([^/]+)/" },
      to: { path: "^apps/server/src/(features|workflows)/", pathNot: "^apps/server/src/features/$1/" },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: "^apps/server/src/platform/" },
      to: { path: "^apps/server/src/(features|workflows|demo|lookups)/" },
    },
    {
      name: "sql-lives-in-stores",
      comment: "queries stand in stores, lookups and the platform; operations and the demo prepare a database",
      severity: "error",
      from: { path: "^apps/server/src/(features|workflows)/", pathNot: "store\\.ts$" },
      to: { path: "node_modules/(kysely|pg)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "stores-know-no-http",
      severity: "error",
      from: { path: "^apps/server/src/(features/.*store|lookups/.*)\\.ts$" },
      to: { path: "^apps/server/src/platform/http/|node_modules/fastify/" },
    },
    {
      name: "only-the-front-door",
      severity: "error",
      from: { path: "^(apps|packages)/([^/]+)/" },
      to: {
        path: "^packages/([^/]+)/src/",
        pathNot: "^packages/[^/]+/src/index\\.ts$|^packages/evidence/src/for-patients\\.ts$|^packages/$2/",
      },
    },
    {
      name: "the-model-feeds-no-rule",
      severity: "error",
      from: { path: "^packages/(suitability|protocol|recovery|course|booking|session)/" },
      to: { path: "^packages/collagen/" },
    },
    {
      name: "no-picture-feeds-a-rule",
      severity: "error",
      from: { path: "^packages/(suitability|protocol|recovery)/" },
      to: { path: "^packages/measurement/" },
    },
    {
      name: "not-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^pdfmake/interfaces" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: "\\.d\\.ts$|(vite|vitest\\.mutation)\\.config\\.ts$|^apps/cli/bin/|\\.test\\.ts$|packages/kernel/src/",
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(apps|packages)/[^/]+/dist/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["fibril-source", "import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    },
  },
};
