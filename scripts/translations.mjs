/**
 * Holds the catalogues against the client: each sentence is in them, none is left over, and each has an English text. Lingui writes what
 * it finds into catalogues, so it gets copies: a test changes nothing.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';
import { runNode, tool } from './tool.mjs';

const ours = join(root, 'client/src/locales');
const copies = join(root, '.cache/locales');
const settings = join(root, '.cache/lingui.config.mjs');
const lingui = (...args) =>
  runNode([tool('client', '@lingui/cli', 'lingui'), ...args, '--config', settings], { folder: 'client', quiet: true });

const sentences = (folder, name) =>
  new Set(existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').match(/^msgid ".+"$/gm) : []);

rmSync(copies, { recursive: true, force: true });
mkdirSync(join(root, '.cache'), { recursive: true });
if (existsSync(ours))
  cpSync(ours, copies, { recursive: true, filter: (path) => path === ours || path.endsWith('.po') });
writeFileSync(
  settings,
  `import config from '../client/lingui.config.ts';
const copies = { path: ${JSON.stringify(`${copies}/{locale}`)} };
export default {
  ...config,
  rootDir: ${JSON.stringify(join(root, 'client'))},
  catalogs: config.catalogs.map((catalog) => ({ ...catalog, ...copies })),
};
`,
);

const extracted = await lingui('extract', '--clean');
const names = existsSync(copies) ? readdirSync(copies).filter((name) => name.endsWith('.po')) : [];
let right = extracted.code === 0 && names.length > 0;
if (!right) console.log(`Nothing could be extracted.\n${extracted.output}`);
for (const name of names) {
  const [kept, said] = [sentences(ours, name), sentences(copies, name)];
  const lacking = [...said].filter((sentence) => !kept.has(sentence)).map((sentence) => `${name} lacks ${sentence}`);
  const idle = [...kept].filter((sentence) => !said.has(sentence)).map((sentence) => `${name} keeps ${sentence}`);
  for (const line of [...lacking, ...idle]) console.log(line);
  right &&= lacking.length === 0 && idle.length === 0;
}
if (!right) console.log('Run `lingui extract --clean` in client/, and translate what is new.');

const compiled = await lingui('compile', '--strict');
if (compiled.code !== 0) console.log(compiled.output);
process.exitCode = right && compiled.code === 0 ? 0 : 1;
