import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

const test = '\\.test\\.tsx?$|/testing/';

/** The map in ARCHITECTURE.md, as rules. Each comment is what the developer reads when the build fails. */
export const RULES: readonly IForbiddenRuleType[] = [
  {
    name: 'core-is-pure',
    severity: 'error',
    comment: 'core knows the law and nothing else. Pass in what it needs as a value, or do the work in server.',
    from: { path: '^core/src', pathNot: test },
    to: { pathNot: '^core/src' },
  },
  {
    name: 'only-store-speaks-sql',
    severity: 'error',
    comment: 'Ask the store for what you need: one function there, named after the question.',
    from: { path: '^server/src', pathNot: `^server/src/store/|${test}` },
    to: { path: 'node_modules/(kysely|kysely-codegen|pg|pg-[a-z-]+)/' },
  },
  {
    name: 'doors-meet-only-in-operations',
    severity: 'error',
    comment: 'http, jobs and cli translate and nothing else. What two of them need is an operation.',
    from: {
      path: '^server/src/(http|jobs|cli)/',
      pathNot: `^server/src/cli/(run-server|run-worker|stop)\\.ts$|${test}`,
    },
    to: { path: '^server/src/(http|jobs|cli)/', pathNot: '^server/src/$1/' },
  },
  {
    name: 'operations-know-no-door',
    severity: 'error',
    comment: 'An operation answers whoever asks. Take the value as a parameter, let the door translate it.',
    from: { path: '^server/src/operations/', pathNot: test },
    to: { path: '^server/src/(http|jobs|cli|demonstration)/' },
  },
  {
    name: 'tools-obey',
    severity: 'error',
    comment: 'Tools (store, files, archive, sign-in, policies, calendars) are used by operations and never call back.',
    from: { path: '^server/src/(store|files|archive|sign-in|policies|calendars)/', pathNot: test },
    to: { path: '^server/src/(operations|http|jobs|cli|demonstration)/' },
  },
  {
    name: 'web-knows-only-the-contract',
    severity: 'error',
    comment:
      'The page sees what any client sees: the types made from server/openapi.json. Ask the server for the rest.',
    from: { path: '^web/' },
    to: { path: '^(server|core)/' },
  },
  {
    name: 'no-tests-at-work',
    severity: 'error',
    comment: 'What runs in an office must not need what is there for tests.',
    from: { path: '^(core|server|web)/', pathNot: `${test}|vitest\\.config\\.ts$` },
    to: { path: test },
  },
  {
    name: 'demonstration-stays-outside',
    severity: 'error',
    comment: 'Invented people enter through the command line only; no rule and no door may know them.',
    from: { path: '^server/src', pathNot: `^server/src/(cli|demonstration)/|${test}` },
    to: { path: '^server/src/demonstration/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or want a third that both use.',
    from: { path: '^(core|server|web|checks|e2e)/' },
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'This import leads nowhere: a missing file, or a package that is not in package.json.',
    from: { path: '^(core|server|web|checks|e2e)/' },
    to: { couldNotResolve: true },
  },
];

/** How the files are read. TypeScript 6 does it: under 7 the cruiser reads nothing and reports success. */
export const OPTIONS: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  // anchored: a plain `dist` would also hide node_modules/kysely/dist, and with it every use of Kysely
  exclude: { path: '^web/dist' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'types', 'default'],
    extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
  },
};
