/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-circular-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^(lib|components)/", pathNot: "generated" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^(lib|components)/", pathNot: "^lib/db/generated/|\\.d\\.ts$" },
      to: {},
    },
    {
      name: "app-is-the-edge",
      comment: "Only app/ and tests/ know routes.",
      severity: "error",
      from: { path: "^(lib|components)/" },
      to: { path: "^app/" },
    },
    {
      name: "app-has-one-door",
      comment:
        "Entry points reach a feature through its use cases; they never touch a store or the database.",
      severity: "error",
      from: { path: "^app/" },
      to: {
        path: "^lib/",
        pathNot: "^lib/(kernel|web|auth|settings|log|[^/]+/(domain|usecases)|[^/]+/schema\\.ts$)",
      },
    },
    {
      name: "components-are-props-in-html-out",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/", pathNot: "^lib/(kernel/|web/action-state\\.ts$|[^/]+/(domain/|schema\\.ts$))" },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib/(?!kernel/|web/action-state\\.ts$)|components/(?!ui/))" },
    },
    {
      name: "domain-is-pure",
      comment: "No I/O, no framework, no npm package: only other domains and the kernel.",
      severity: "error",
      from: { path: "^lib/[^/]+/domain/" },
      to: { pathNot: "^lib/(kernel|[^/]+/domain)/" },
    },
    {
      name: "kernel-is-the-bottom",
      severity: "error",
      from: { path: "^lib/kernel/" },
      to: { pathNot: "^(lib/kernel/|messages/|node_modules/date-fns(-tz)?/)" },
    },
    {
      name: "usecase-uses-its-own-store",
      comment: "Another feature is reached through its use cases or its domain.",
      severity: "error",
      from: { path: "^lib/([^/]+)/usecases/" },
      to: { path: "^lib/[^/]+/store(/|\\.ts$)", pathNot: "^lib/$1/store(/|\\.ts$)" },
    },
    {
      name: "web-uses-the-door-too",
      severity: "error",
      from: {
        path: "^lib/(web|auth|mail|outbox|jobs|live|calendar-files|csv|word|collab|audit|settings|log|start|workers)/",
      },
      to: { path: "^lib/[^/]+/store(/|\\.ts$)" },
    },
    {
      name: "schema-is-shape-only",
      severity: "error",
      from: { path: "^lib/([^/]+)/schema\\.ts$" },
      to: { pathNot: "^(lib/(kernel|schema|$1/domain)/|node_modules/zod/)" },
    },
    {
      name: "store-maps-rows",
      severity: "error",
      from: { path: "^lib/([^/]+)/store(/|\\.ts$)" },
      to: { pathNot: "^(lib/(kernel|db|$1/domain|$1/store)/)" },
    },
    {
      name: "only-stores-touch-the-database",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot:
          "^lib/(db|auth|audit|outbox|jobs|live|collab|settings|start)/|^lib/[^/]+/(store(/|\\.ts$)|usecases/)",
      },
      to: { path: "^lib/db/" },
    },
    {
      name: "generated-client-stays-inside-lib-db",
      severity: "error",
      from: { pathNot: "^(lib/db|tests)/" },
      to: { path: "^lib/db/generated/" },
    },
    {
      name: "only-the-edge-knows-next",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(web|auth|start)/" },
      to: { path: "node_modules/(next|react|react-dom|next-auth|next-intl)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^lib/db/generated" },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

export default config;
