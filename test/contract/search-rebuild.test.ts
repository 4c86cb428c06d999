import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Named as the default is: from where the command is given. */
const folder = join('.cache', `rebuild-${crypto.randomUUID()}`);
afterAll(() => rm(join(root, folder), { recursive: true, force: true }));

it('`npm run search:rebuild` writes the index of the folder that the settings name', { timeout: 180_000 }, async () => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'search:rebuild'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect(said).toContain('documenten geschreven');
  expect(code).toBe(0);
  expect(existsSync(join(root, folder))).toBe(true);
});
