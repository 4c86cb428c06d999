import { describe, expect, test } from 'vitest';
import { featureOrder, roomOrder } from '../../.dependency-cruiser.mjs';
import { wrongArrows } from '../../scripts/arrows.mjs';
import { plant, type Tree } from './planted-tree.ts';

const value = 'export const value = 1;\n';
const type = 'export type Value = number;\n';

/** A file that imports `from` and so is no orphan. */
function importing(...from: string[]): string {
  return from.map((path, n) => `import { value as v${n} } from '${path}';\nexport const w${n} = v${n};\n`).join('');
}

/** Every shape in which TypeScript lets one file name the types of another. */
const typeOnly: Readonly<Record<string, (path: string) => string>> = {
  'import type': (path) => `import type { Value } from '${path}';\nexport type Other = Value;\n`,
  'inline type': (path) => `import { type Value } from '${path}';\nexport type Other = Value;\n`,
  'export type': (path) => `export type { Value } from '${path}';\n`,
  'import() as a type': (path) => `export type Other = import('${path}').Value;\n`,
};

/** A small house in which every arrow is right: also each that the rules have to let through. */
const house: Tree = {
  'shared/package.json': '{ "name": "shared", "exports": { "./*": { "source": "./src/*.ts" } } }',
  'shared/src/people/roles.ts': value,
  'shared/src/people/roles.test.ts':
    "import { test } from 'node:test';\nimport { value } from './roles.ts';\ntest(`${value}`);\n",
  'server/src/main.ts': importing('./app.ts'),
  'server/src/app.ts': importing('./modules/people/people.module.ts', '../testing/demo.ts', './platform/clock.ts'),
  'server/src/platform/clock.ts': importing('node:fs'),
  'server/src/modules/people/person.entity.ts': importing('../projects/project.entity.ts'),
  'server/src/modules/people/people.module.ts': importing(
    './person.entity.ts',
    '../../../../shared/src/people/roles.ts',
  ),
  'server/src/modules/projects/project.entity.ts': importing('../people/person.entity.ts'),
  'server/src/modules/projects/plan-project.ts': importing('../people/people.module.ts', '../../platform/clock.ts'),
  'server/src/modules/projects/plan-project.test.ts': importing('./plan-project.ts', '../../../testing/demo.ts'),
  'server/testing/demo.ts': importing('../src/modules/people/person.entity.ts'),
  'client/src/main.tsx': importing('./app/HomePage.tsx'),
  'client/src/app/HomePage.tsx': importing('../features/people/Person.tsx', '../features/tables/Table.tsx'),
  'client/src/features/people/Person.tsx': `${importing('../../ui/Button.tsx')}export const part = <b>{v0}</b>;\n`,
  'client/src/features/tables/Table.tsx': importing('../people/Person.tsx'),
  'client/src/ui/Button.tsx': `${importing('../lib/dates.ts')}export const button = <button type="button" />;\n`,
  'client/src/lib/dates.ts': importing('../../../shared/src/people/roles.ts'),
  'test/journeys/home.test.ts': importing('../../server/testing/demo.ts', '../../client/src/lib/dates.ts'),
  'scripts/run.mjs': importing('node:fs'),
};

async function rulesBrokenBy(planted: Tree): Promise<string[]> {
  const { wrong } = await wrongArrows(plant(house, planted));
  return [...new Set(wrong.map((line) => line.slice(0, line.indexOf(':'))))];
}

test('A house in which every arrow is right is left in peace', async () => {
  const { files, wrong } = await wrongArrows(plant(house));
  expect(wrong).toEqual([]);
  expect(files).toBe(Object.keys(house).length - 1);
});

test('A house without sources is refused, and so is a parser that reads no imports', async () => {
  await expect(wrongArrows(plant({}))).rejects.toThrow('dependency-cruiser read 0 files');
  await expect(wrongArrows(plant({ 'shared/src/a.ts': value }))).rejects.toThrow('without any import');
});

/** The rule that must speak, the file that is planted, and what it imports. */
const wrongImports: readonly (readonly [rule: string, file: string, path: string])[] = [
  ['shared-knows-nobody', 'shared/src/people/age.ts', '../../../server/src/platform/clock.ts'],
  ['shared-knows-nobody', 'shared/src/people/age.ts', 'node:fs'],
  ['client-knows-shared', 'client/src/app/Page.tsx', '../../../server/src/platform/clock.ts'],
  ['server-knows-shared', 'server/src/platform/page.ts', '../../../client/src/lib/dates.ts'],
  ['schema-knows-nobody', 'schema/build.ts', '../shared/src/people/roles.ts'],
  ['scripts-know-no-package', 'scripts/roles.mjs', '../shared/src/people/roles.ts'],
  ['nobody-knows-test', 'client/src/app/Page.tsx', '../../../test/journeys/home.test.ts'],
  ['testing-is-a-test-kit', 'server/src/modules/people/invite-person.ts', '../../../testing/demo.ts'],
  ['testing-is-a-test-kit', 'server/src/main.ts', '../testing/demo.ts'],
  ['platform-knows-no-module', 'server/src/platform/rooms.ts', '../modules/people/people.module.ts'],
  ['migrations-know-no-module', 'server/src/migrations/0001-people.ts', '../modules/people/person.entity.ts'],
  ['built-in-app-handed-down', 'server/src/platform/start.ts', '../app.ts'],
  ['app-uses-doors', 'server/src/app.ts', './modules/projects/plan-project.ts'],
  ['module-door', 'server/src/modules/tables/join-table.ts', '../people/person.entity.ts'],
  ['module-door', 'server/src/modules/tables/table.entity.ts', '../projects/plan-project.ts'],
  ['kit-knows-no-feature', 'client/src/ui/Link.tsx', '../features/people/Person.tsx'],
  ['kit-knows-no-feature', 'client/src/lib/page.ts', '../app/HomePage.tsx'],
  ['kit-knows-no-apollo-or-router', 'client/src/ui/Link.tsx', '@tanstack/react-router'],
  ['kit-knows-no-apollo-or-router', 'client/src/lib/cache.ts', '@apollo/client/react'],
  ['feature-knows-no-page', 'client/src/features/people/Page.tsx', '../../app/HomePage.tsx'],
  ['no-dist', 'server/src/platform/built.ts', '../../../shared/dist/roles.js'],
  ['resolves', 'client/src/app/Page.tsx', './NotThere.tsx'],
];

describe('A wrong import is found', () => {
  test.for(wrongImports)('%s: %s → %s', async ([rule, file, path]) => {
    const dist: Tree = path.includes('/dist/') ? { 'shared/dist/roles.js': value } : {};
    expect(await rulesBrokenBy({ ...dist, [file]: importing(path) })).toContain(rule);
  });

  test.for(Object.keys(typeOnly))('also as %s, in .ts and in .tsx', async (shape) => {
    const planted = typeOnly[shape]?.('../features/people/person-type.ts') ?? '';
    const types: Tree = { 'client/src/features/people/person-type.ts': type };
    expect(await rulesBrokenBy({ ...types, 'client/src/ui/link.ts': planted })).toContain('kit-knows-no-feature');
    const withJsx = `${planted}export const link = <a href="/">{1}</a>;\n`;
    expect(await rulesBrokenBy({ ...types, 'client/src/ui/Link.tsx': withJsx })).toContain('kit-knows-no-feature');
  });

  test('A cycle is found, through types as well; two entities may name each other', async () => {
    const cycle = { 'client/src/lib/one.ts': importing('./two.ts'), 'client/src/lib/two.ts': importing('./one.ts') };
    expect(await rulesBrokenBy(cycle)).toEqual(['no-cycle']);
    const asTypes = typeOnly['import type']?.('./one.ts') ?? '';
    expect(await rulesBrokenBy({ ...cycle, 'client/src/lib/two.ts': asTypes })).toEqual(['no-cycle']);
    const entities = {
      'server/src/modules/people/person.entity.ts': importing('./invite-person.ts'),
      'server/src/modules/people/invite-person.ts': importing('./person.entity.ts'),
    };
    expect(await rulesBrokenBy(entities)).toEqual(['no-cycle']);
  });

  test('A file that nothing reaches is found', async () => {
    expect(await rulesBrokenBy({ 'client/src/lib/forgotten.ts': value })).toEqual(['no-orphan']);
  });
});

/** Each room with one that it may not import: its right-hand neighbour in the same place, and the next to the right. */
function wrongPairs(order: readonly (readonly string[])[]): [from: string, to: string][] {
  return order.flatMap((neighbours, rank) =>
    neighbours.flatMap((from) =>
      [...neighbours.filter((other) => other !== from), ...(order[rank + 1] ?? [])].map((to): [string, string] => [
        from,
        to,
      ]),
    ),
  );
}

describe('Rooms look left', () => {
  test.for(wrongPairs(roomOrder))('on the server %s does not import %s', async ([from, to]) => {
    const target = { [`server/src/modules/${to}/door.module.ts`]: importing('../../platform/clock.ts') };
    const file = `server/src/modules/${from}/planted.ts`;
    expect(await rulesBrokenBy({ ...target, [file]: importing(`../${to}/door.module.ts`) })).toContain('module-order');
  });

  test.for(wrongPairs(featureOrder))('on the client %s does not import %s', async ([from, to]) => {
    const target = { [`client/src/features/${to}/Part.tsx`]: importing('../../lib/dates.ts') };
    const planted = { [`client/src/features/${from}/Planted.tsx`]: importing(`../${to}/Part.tsx`) };
    expect(await rulesBrokenBy({ ...target, ...planted })).toEqual(['feature-order']);
  });

  test('An entity that names a later room names its entity and nothing else', async () => {
    const planted = { 'server/src/modules/people/person.entity.ts': importing('../projects/plan-project.ts') };
    expect(await rulesBrokenBy(planted)).toEqual(expect.arrayContaining(['module-order', 'module-door']));
  });
});
