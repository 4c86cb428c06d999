import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/install-stamp.mjs';
import { tool } from '../../scripts/tool.mjs';
import { plant, type Tree } from './planted-tree.ts';

/** Runs one gate as `npm test` does, with the settings of this project, over a planted house. */
function gate(name: string, args: string[], settings: string[], ...trees: Tree[]): { passed: boolean; output: string } {
  const folder = plant(...trees);
  for (const file of settings) copyFileSync(join(root, file), join(folder, file));
  const command = name === 'typescript' ? 'tsc' : name;
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool('.', name, command), ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { passed: status === 0, output: stdout + stderr };
}

const lint = (tree: Tree) => gate('oxlint', ['.'], ['.oxlintrc.json'], tree);
const format = (tree: Tree) => gate('oxfmt', ['--check', '.'], ['.oxfmtrc.json'], tree);

describe('Lint', () => {
  test('passes code that is in order', () => {
    expect(lint({ 'server/src/good.ts': 'export const good = (text: string): string => text.trim();\n' }).passed).toBe(
      true,
    );
  });

  /** The rule, the file and the line that breaks it. Words that the house forbids are written in two halves. */
  test.for([
    ['no-explicit-any', 'server/src/a.ts', 'export const a = (text: any): string => text;'],
    ['no-console', 'server/src/a.ts', "console.log('here');"],
    ['no-console', 'client/src/a.ts', "console.warn('here');"],
    [
      'no-focused-tests',
      'server/src/a.test.ts',
      `import { expect, test } from 'vitest';\ntest.${'only'}('a', () => expect(1).toBe(1));`,
    ],
    [
      'no-disabled-tests',
      'server/src/a.test.ts',
      `import { expect, test } from 'vitest';\ntest.${'skip'}('a', () => expect(1).toBe(1));`,
    ],
    ['ban-ts-comment', 'server/src/a.ts', `// @ts-${'ignore'}\nexport const a: string = 1;`],
    ['no-non-null-assertion', 'server/src/a.ts', 'export const a = (list: string[]): string => list[0]!;'],
    ['no-default-export', 'server/src/a.ts', 'export default function a(): void {}'],
    ['no-barrel-file', 'server/src/a.ts', "export * from './b.ts';"],
    ['no-warning-comments', 'server/src/a.ts', `// TO${'DO'}: later`],
    ['max-lines', 'server/src/a.ts', 'export {};\n'.repeat(401)],
    ['filename-case', 'server/src/openDoor.ts', 'export const a = 1;'],
    ['no-unused-vars', 'server/src/a.ts', 'const a = 1;'],
    ['eqeqeq', 'server/src/a.ts', 'export const a = (b: number): boolean => b == 1;'],
    [
      'rules-of-hooks',
      'client/src/A.tsx',
      "import { useId } from 'react';\nexport function a(on: boolean): string {\n  if (on) return useId();\n  return '';\n}",
    ],
    ['alt-text', 'client/src/A.tsx', 'export const a = <img src="a.png" />;'],
    ['no-danger', 'client/src/A.tsx', "export const a = <p dangerouslySetInnerHTML={{ __html: '' }} />;"],
  ])('refuses %s in %s', ([rule = '', file = '', text = '']) => {
    const { passed, output } = lint({ [file]: `${text}\n` });
    expect(output).toContain(rule);
    expect(passed).toBe(false);
  });
});

describe('Format', () => {
  test('passes single quotes, semicolons and lines to 120 columns', () => {
    const name = 'x'.repeat(80);
    expect(format({ 'server/src/a.ts': `export const ${name} = 'semicolon';\n` })).toMatchObject({ passed: true });
  });

  test.for([
    ['double quotes', 'export const a = "a";\n'],
    ['a missing semicolon', "export const a = 'a'\n"],
    ['four spaces', "export function a(): string {\n    return 'a';\n}\n"],
    ['Windows line ends', "export const a = 'a';\r\n"],
    ['130 columns', `export const a = ['${'x'.repeat(50)}', '${'y'.repeat(50)}', '${'z'.repeat(12)}'];\n`],
  ])('refuses %s', ([, text = '']) => {
    expect(format({ 'server/src/a.ts': text })).toMatchObject({
      passed: false,
      output: expect.stringContaining('a.ts'),
    });
  });
});

describe('Types', () => {
  const types = (text: string) =>
    gate('typescript', ['-b', 'shared'], ['tsconfig.base.json', 'shared/tsconfig.json', 'shared/package.json'], {
      'shared/src/a.ts': text,
      'shared/src/b.ts': 'export type B = number;\n',
    });

  test('passes code that is in order', () => {
    expect(types('export const first = (list: string[]): string | undefined => list[0];\n')).toEqual({
      passed: true,
      output: '',
    });
  });

  test.for([
    ['a value that may be missing', 'export const first = (list: string[]): string => list[0];\n', 'TS2322'],
    ['an argument without a type', 'export const same = (text) => text;\n', 'TS7006'],
    ['undefined where a key may be absent', 'export const a: { b?: string } = { b: undefined };\n', 'TS2375'],
    ['a type imported as a value', "import { B } from './b.ts';\nexport type C = B;\n", 'TS1484'],
    ['an override that does not say so', 'class A { a() {} }\nexport class B extends A { a() {} }\n', 'TS4114'],
  ])('refuses %s', ([, text = '', error = '']) => {
    expect(types(text)).toMatchObject({ passed: false, output: expect.stringContaining(error) });
  });
});

describe('Dead code', () => {
  const house: Tree = {
    'package.json': '{ "name": "house", "type": "module", "private": true }',
    'pnpm-workspace.yaml': 'packages: [server, shared]',
    'shared/package.json':
      '{ "name": "@house/shared", "type": "module", "exports": { "./*": { "source": "./src/*.ts" } } }',
    'shared/src/roles.ts': "export const roles = ['chair'];\n",
    'server/package.json':
      '{ "name": "@house/server", "type": "module", "dependencies": { "@house/shared": "workspace:*" } }',
    'server/src/main.ts':
      "import { roles } from '@house/shared/roles';\nimport { greet } from './greet.ts';\ngreet(roles);\n",
    'server/src/greet.ts': 'export const greet = (names: string[]): string[] => names;\n',
    'server/testing/global-setup.ts': '',
  };
  const knip = (planted: Tree) => gate('knip', ['--no-progress', '--no-config-hints'], ['knip.json'], house, planted);

  test('passes a house in which all is used', () => {
    expect(knip({})).toMatchObject({ passed: true });
  });

  test.for([
    ['a file that nobody imports', 'server/src/forgotten.ts', 'export const forgotten = 1;\n', 'forgotten.ts'],
    [
      'an export that nobody imports',
      'server/src/greet.ts',
      'export const greet = (n: string[]) => n;\nexport const wave = 1;\n',
      'wave',
    ],
    [
      'one of shared/ too',
      'shared/src/roles.ts',
      "export const roles = ['chair'];\nexport const ranks = 1;\n",
      'ranks',
    ],
    [
      'a type that nobody imports',
      'server/src/greet.ts',
      'export const greet = (n: string[]) => n;\nexport type Wave = 1;\n',
      'Wave',
    ],
    [
      'a package that is not listed',
      'server/src/greet.ts',
      "import 'left-pad';\nexport const greet = (n: string[]) => n;\n",
      'left-pad',
    ],
    [
      'a package that is not used',
      'server/package.json',
      '{ "dependencies": { "@house/shared": "workspace:*", "right-pad": "1.0.0" } }',
      'right-pad',
    ],
  ])('refuses %s', ([, file = '', text = '', found = '']) => {
    expect(knip({ [file]: text })).toMatchObject({ passed: false, output: expect.stringContaining(found) });
  });
});
