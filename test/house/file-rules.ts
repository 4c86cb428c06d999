import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureOrder, roomOrder } from '../../.dependency-cruiser.mjs';
import { filesBelow } from '../../scripts/sources.mjs';

/** A rule about files: what is wrong with this one, or nothing. `path` is relative to the project, with forward slashes. */
type FileRule = (path: string, text: string) => string | undefined;

const code = /\.(?:ts|tsx|mjs)$/;
const longest = 400;

/** Folders and files that the project has at its top; another one is a decision. */
const top = new Set(
  [
    '.ci client docs schema scripts server shared test',
    '.dependency-cruiser.mjs .dockerignore .editorconfig .env.example .gitattributes .gitignore .oxfmtrc.json .oxlintrc.json',
    'CONTRIBUTING.md Dockerfile LICENSE README.md SECURITY.md publiccode.yml',
    'knip.json package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json tsconfig.json vitest.config.ts',
  ].flatMap((line) => line.split(' ')),
);

/** The folders of `test/`, as docs and design name them. */
const testRooms = new Set(['contract', 'faults', 'fixtures', 'house', 'journeys', 'load', 'security']);

const words = ['util', 'utils', 'helper', 'helpers', 'common', 'misc'];
/** Written in two halves, so that this file does not trip over itself. */
const unfinished = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'})\\b`);
const untyped = new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}`);
const leftOut = new RegExp(`\\b(?:test|it|describe|suite)\\.(?:${['only', 'skip', 'todo'].join('|')})\\b`);

const parts = (path: string): string[] => path.split('/').flatMap((part) => part.toLowerCase().split(/[.-]/));

export const fileRules: Readonly<Record<string, FileRule>> = {
  'is at most 400 lines long': (path, text) => {
    const lines = text.split('\n').length - 1;
    return /\.(?:ts|tsx|css|mjs)$/.test(path) && lines > longest ? `${lines} lines` : undefined;
  },
  'lies in a room of the house': (path) => {
    const [first = '', second = ''] = path.split('/');
    if (!top.has(first)) return `no room is called ${first}`;
    const inTest = first === 'test' && path.split('/').length > 2;
    return inTest && !testRooms.has(second) ? `test/ has no room ${second}` : undefined;
  },
  'lies in a room that has a place in the order': (path) => {
    const [, base, room = ''] = /^(server\/src\/modules|client\/src\/features)\/([^/]+)/.exec(path) ?? [];
    const order = base === 'server/src/modules' ? roomOrder : featureOrder;
    return base === undefined || order.flat().includes(room)
      ? undefined
      : `${room} has no place in .dependency-cruiser.mjs`;
  },
  'is no barrel': (path) => (/(?:^|\/)index\.(?:ts|tsx|mjs|js)$/.test(path) ? 'name what is in it' : undefined),
  'has a name that says what it is': (path) => {
    const empty = parts(path).find((part) => words.includes(part));
    return empty ? `“${empty}” says nothing` : undefined;
  },
  'is written kebab-case, or PascalCase for a component': (path) => {
    const name = path.split('/').at(-1) ?? '';
    if (!/\.(?:ts|tsx|css|mjs)$/.test(name)) return undefined;
    const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
    const component = /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/;
    return kebab.test(name) || component.test(name) ? undefined : 'rename it';
  },
  'leaves nothing unfinished': (_path, text) => unfinished.exec(text)?.[0],
  'hides nothing from the compiler': (path, text) => (code.test(path) ? untyped.exec(text)?.[0] : undefined),
  'runs all its tests': (path, text) => (code.test(path) ? leftOut.exec(text)?.[0] : undefined),
  'has no clock or chance, being shared': (path, text) =>
    path.startsWith('shared/src/') && !path.endsWith('.test.ts')
      ? /new Date\(\)|Date\.now\(|Math\.random\(|randomUUID\(|performance\.now\(/.exec(text)?.[0]
      : undefined,
  'names no registry': (path, text) =>
    path === 'pnpm-lock.yaml' || path.endsWith('.npmrc')
      ? /tarball: *\S+|https?:\/\/\S*(?:registry|npm)\S*/.exec(text)?.[0]
      : undefined,
};

const binary = /\.(?:woff2?|png|jpe?g|ico|pdf|docx|gz|zip)$/;

/** What breaks `rule` below `root`, as `path: what`. */
export function brokenBy(root: string, rule: string): string[] {
  const judge = fileRules[rule];
  if (judge === undefined) throw new Error(`There is no rule “${rule}”.`);
  return filesBelow(root).flatMap((path) => {
    const wrong = judge(path, binary.test(path) ? '' : readFileSync(join(root, path), 'utf8'));
    return wrong === undefined ? [] : [`${path}: ${wrong}`];
  });
}
