/**
 * The arrows of the house. `scripts/arrows.mjs` runs these rules over every source file; `test/house/arrows.test.ts` plants one
 * wrong import for each of them. Type-only imports count: who names a type knows the room it lives in.
 */

/** The rooms from left to right; those on one line are neighbours and do not know each other. A room imports from its left only. */
export const roomOrder = [
  ['people'],
  ['projects', 'tables'],
  ['discussion'],
  ['knowledge'],
  ['actions'],
  ['bottlenecks'],
  ['meetings'],
  ['notifications', 'search'],
];

/** On the client the same, right of what every feature stands on: sending commands, who is signed in, hearing of changes, writing in one text together. */
export const featureOrder = [
  ['commands'],
  ['session'],
  ['live'],
  ['shared-text'],
  ...roomOrder.slice(0, -1),
  ['minutes-text'],
  ['minutes'],
  ...roomOrder.slice(-1),
];

const modules = '^server/src/modules/';
const features = '^client/src/features/';
const entity = '\\.entity\\.ts$';
const forTests = '^server/src/.*(?:/testing/|\\.(?:test|fixture|proof)\\.ts$)';
const door = `${modules}([^/]+)/[^/]+\\.module\\.ts$`;

/** For each room of `order` a pair of paths, from and to: what lies in it, and what it may not import (neighbours, all to its right). */
function wrongWays(order, base) {
  return order.flatMap((neighbours, rank) =>
    neighbours.map((room) => {
      const notLeft = order.slice(rank).flat();
      return [
        { path: `${base}${room}/` },
        { path: `${base}(?:${notLeft.filter((other) => other !== room).join('|')})/` },
      ];
    }),
  );
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** Forbids an import between rooms of the server, but for one entity that names another: the one cycle that rows may have. */
function forbidUnlessEntities(name, comment, from, to) {
  return [
    forbid(name, comment, { ...from, pathNot: entity }, to),
    forbid(name, comment, { path: `${from.path}.*${entity}` }, { ...to, pathNot: [entity, ...(to.pathNot ?? [])] }),
  ];
}

const packages = [
  forbid(
    'shared-knows-nobody',
    'shared/ holds pure rules: no other package, no library, no Node.',
    {
      path: '^shared/src/',
      pathNot: '\\.test\\.ts$',
    },
    { pathNot: '^shared/src/' },
  ),
  forbid(
    'client-knows-shared',
    'client/ may import shared/ and schema/.',
    { path: '^client/' },
    { path: '^(?:server|scripts)/' },
  ),
  forbid(
    'server-knows-shared',
    'server/ may import shared/.',
    { path: '^server/' },
    { path: '^(?:client|schema|scripts)/' },
  ),
  forbid(
    'schema-knows-nobody',
    'schema/ is the contract; it reads files, not code.',
    { path: '^schema/' },
    {
      path: '^(?:client|server|shared|scripts)/',
    },
  ),
  forbid(
    'scripts-know-no-package',
    'scripts/ run before anything is built.',
    { path: '^scripts/' },
    {
      path: '^(?:client|server|shared|schema)/',
    },
  ),
  forbid('nobody-knows-test', 'test/ looks from outside.', { pathNot: '^test/' }, { path: '^test/' }),
  forbid(
    'testing-is-a-test-kit',
    'server/testing is for tests, and for app.ts, which loads the demo region.',
    {
      pathNot: ['^test/', '^server/bench/', '^server/testing/', forTests, '^server/src/app\\.ts$'],
    },
    { path: '^server/testing/' },
  ),
];

const server = [
  forbid(
    'platform-knows-no-module',
    'The platform offers ports; rooms register.',
    { path: '^server/src/platform/' },
    {
      path: modules,
    },
  ),
  forbid(
    'migrations-know-no-module',
    'A migration outlives the code of its day.',
    { path: '^server/src/migrations/' },
    {
      path: modules,
    },
  ),
  forbid(
    'built-in-app-handed-down',
    'Only main.ts and tests know the composition root.',
    {
      path: '^server/src/(?:modules|platform|migrations)/',
      pathNot: '\\.test\\.ts$',
    },
    { path: '^server/src/(?:app|main)\\.ts$' },
  ),
  forbid(
    'app-uses-doors',
    'app.ts lists rooms by their door.',
    { path: '^server/src/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
    {
      path: modules,
      pathNot: door,
    },
  ),
  ...forbidUnlessEntities(
    'module-door',
    'Between rooms only through *.module.ts.',
    { path: `${modules}([^/]+)/` },
    {
      path: modules,
      pathNot: [`${modules}$1/`, door],
    },
  ),
  ...wrongWays(roomOrder, modules).flatMap((way) =>
    forbidUnlessEntities('module-order', 'A room imports from its left only.', ...way),
  ),
];

const client = [
  forbid(
    'kit-knows-no-feature',
    'ui/ and lib/ serve every feature and know none.',
    { path: '^client/src/(?:ui|lib)/' },
    {
      path: '^client/src/(?:features|app)/',
    },
  ),
  forbid(
    'kit-knows-no-apollo-or-router',
    'ui/ and lib/ get data and links handed in.',
    { path: '^client/src/(?:ui|lib)/' },
    {
      path: '(?:^|node_modules/)(?:@apollo/client|@tanstack/react-router)(?:/|$)',
    },
  ),
  forbid('feature-knows-no-page', 'Pages compose features.', { path: features }, { path: '^client/src/app/' }),
  ...wrongWays(featureOrder, features).map((way) =>
    forbid('feature-order', 'A feature imports from its left only.', ...way),
  ),
];

const everywhere = [
  forbid(
    'no-cycle',
    'Two files that need each other are one thing, or three.',
    {},
    {
      circular: true,
      via: { pathNot: entity },
    },
  ),
  forbid(
    'no-orphan',
    'Nothing reaches this file.',
    {
      orphan: true,
      pathNot: ['\\.d\\.ts$', '^[^/]+/[^/]+\\.ts$', '^scripts/'],
    },
    {},
  ),
  forbid(
    'no-dist',
    'Import sources; dist/ is for running.',
    {},
    { path: '^(?:client|server|shared|schema|test)/dist/' },
  ),
  // react-aria-components knows a `source` condition too, for files that it does not publish.
  forbid(
    'resolves',
    'This import leads nowhere.',
    {},
    { couldNotResolve: true, pathNot: ['^virtual:', '^react-aria-components/'] },
  ),
];

export default {
  forbidden: [...packages, ...server, ...client, ...everywhere],
  options: {
    doNotFollow: { path: '(?:^|/)(?:node_modules|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // `source` leads from one package of ours to the TypeScript of another, as it does for tsc and Vite.
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
      // A package of nothing but types has no other entry.
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
