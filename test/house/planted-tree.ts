import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files by path; the text of each. */
export type Tree = Readonly<Record<string, string>>;

/** Writes a small house of its own into a temporary folder, gone when the test ends. @returns the folder */
export function plant(...trees: readonly Tree[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of trees.flatMap((tree) => Object.entries(tree))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
