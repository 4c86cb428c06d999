/**
 * Holds the catalogues against the client: each sentence is in them, none is left over, and each has an English text. Extracting
 * writes the catalogues, so they are put back as they were: a test changes nothing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';
import { runNode, tool } from './tool.mjs';

const folder = join(root, 'client/src/locales');
const lingui = tool('client', '@lingui/cli', 'lingui');

function catalogues() {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.po')) : [];
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const sentences = (text) => new Set(text.match(/^msgid ".+"$/gm));
const missing = (one, other) => [...sentences(one)].filter((sentence) => !sentences(other).has(sentence));

const before = catalogues();
const extracted = await runNode([lingui, 'extract', '--clean'], { folder: 'client', quiet: true });
const after = catalogues();
for (const [name, text] of before) writeFileSync(join(folder, name), text);

let wrong = before.size === 0 || extracted.code !== 0;
if (wrong) console.log('There is no catalogue, or extracting failed.', extracted.output);
for (const [name, text] of before) {
  for (const sentence of missing(after.get(name), text)) console.log(`${name} lacks ${sentence}`);
  for (const sentence of missing(text, after.get(name))) console.log(`${name} keeps ${sentence}, which nobody says`);
  const same = missing(after.get(name), text).length === 0 && missing(text, after.get(name)).length === 0;
  wrong ||= !same;
}
if (wrong) console.log('Run `lingui extract --clean` in client/, and translate what is new.');

const compiled = await runNode([lingui, 'compile', '--strict'], { folder: 'client', quiet: true });
if (compiled.code !== 0) console.log(compiled.output);
process.exitCode = wrong || compiled.code !== 0 ? 1 : 0;
