import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/install-stamp.mjs';
import { brokenBy, fileRules } from './file-rules.ts';
import { plant } from './planted-tree.ts';

/** For each rule the files that it must refuse, and others close to them that it must not. */
const planted: Readonly<
  Record<keyof typeof fileRules, { wrong: Record<string, string>; right: Record<string, string> }>
> = {
  'is at most 400 lines long': {
    wrong: { 'server/src/long.ts': '\n'.repeat(401), 'client/src/long.css': '\n'.repeat(401) },
    right: { 'server/src/fits.ts': '\n'.repeat(400), 'docs/long.md': '\n'.repeat(900) },
  },
  'lies in a room of the house': {
    wrong: { 'lib/a.ts': '', 'notes.txt': '', 'test/more/a.test.ts': '' },
    right: { 'docs/a.md': '', 'test/house/a.test.ts': '', 'test/vitest.config.ts': '' },
  },
  'lies in a room that has a place in the order': {
    wrong: {
      'server/src/modules/lobby/a.ts': '',
      'client/src/features/lobby/A.tsx': '',
      'server/src/modules/session/a.ts': '',
    },
    right: { 'server/src/modules/people/a.ts': '', 'client/src/features/session/A.tsx': '' },
  },
  'is no barrel': {
    wrong: { 'shared/src/index.ts': '', 'client/src/ui/index.tsx': '' },
    right: { 'client/index.html': '', 'server/src/rebuild-index.ts': '' },
  },
  'has a name that says what it is': {
    wrong: { 'server/src/utils/a.ts': '', 'client/src/lib/date-helpers.ts': '', 'shared/src/common.ts': '' },
    right: { 'server/src/house-of-commons.ts': '' },
  },
  'is written kebab-case, or PascalCase for a component': {
    wrong: { 'server/src/openDatabase.ts': '', 'server/src/OpenDatabase.ts': '', 'client/src/ui/text_field.tsx': '' },
    right: {
      'server/src/open-database.ts': '',
      'client/src/ui/TextField.test.tsx': '',
      'shared/src/a.entity.test.ts': '',
    },
  },
  'leaves nothing unfinished': {
    wrong: { 'docs/a.md': `TO${'DO'} write`, 'server/src/a.ts': `// FIX${'ME'}: later` },
    right: { 'client/src/a.ts': "const todos = 'to do';" },
  },
  'hides nothing from the compiler': {
    wrong: { 'server/src/a.ts': `// @ts-${'ignore'}\nlet a` },
    right: { 'server/src/b.ts': '// The compiler ignores this.' },
  },
  'runs all its tests': {
    wrong: { 'server/src/a.test.ts': `test.${'only'}('a')`, 'server/src/b.test.ts': `describe.${'skip'}('b')` },
    right: { 'server/src/c.test.ts': "test('it skips a week')" },
  },
  'has no clock or chance, being shared': {
    wrong: { 'shared/src/a.ts': 'new Date()', 'shared/src/b.ts': 'Math.random()' },
    right: {
      'shared/src/c.ts': 'new Date(now)',
      'shared/src/c.test.ts': 'Date.now()',
      'server/src/d.ts': 'new Date()',
    },
  },
  'names no registry': {
    wrong: { 'pnpm-lock.yaml': 'resolution: {integrity: sha512-a, tarball: https://mirror.example/a.tgz}' },
    right: { 'pnpm-workspace.yaml': 'savePrefix: ""' },
  },
};

describe.for(Object.keys(fileRules))('Every file %s', (rule) => {
  test('in this project', () => {
    expect(brokenBy(root, rule)).toEqual([]);
  });

  test('and one that is not is found', () => {
    const { wrong, right } = planted[rule] ?? { wrong: {}, right: {} };
    const found = brokenBy(plant(wrong, right), rule).map((line) => line.slice(0, line.indexOf(':')));
    expect(found).toEqual(Object.keys(wrong).toSorted());
  });
});
