import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is built, fetched or kept for a machine, and so is nobody's source. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'generated', 'screenshots']);

/**
 * The files below `folder` (relative to `root`, with forward slashes, sorted) whose name matches `name`. Walks instead of asking
 * git, so that a downloaded archive is checked like a clone.
 * @param {string} root
 * @param {string} [folder]
 * @param {RegExp} [name]
 * @returns {string[]}
 */
export function filesBelow(root, folder = '.', name = /./) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path, name);
      return entry.isFile() && name.test(entry.name) ? [path] : [];
    })
    .toSorted();
}
