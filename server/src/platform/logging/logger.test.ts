import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

it('a line end in a field begins no line of the log, and cookies stay out', () => {
  const written: string[] = [];
  const log = createLogger(
    'info',
    new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) }),
  );
  log.info({ name: 'a\r\n{"level":60,"msg":"forged"}', headers: { cookie: 'vt_session=secret' } }, 'one\nline');
  expect(written).toHaveLength(1);
  expect(written[0]?.trimEnd().split(/\r|\n/)).toHaveLength(1);
  expect(written[0]).not.toContain('secret');
});
