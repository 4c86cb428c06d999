import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');

/** The commands of the section on the API, block by block, as they are printed. */
function blocks(): string[] {
  const section = readme.slice(readme.indexOf('<!-- api:begin -->'), readme.indexOf('<!-- api:end -->'));
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '');
}

describe('the API in five minutes, as the README prints it', () => {
  let app: TestApp;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    app = await testApp({ demoRegion: true });
  });
  afterAll(async () => {
    for (const child of started) if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    await app.close();
  });

  /** Types the lines in a shell; only the port is another. Ends when they do, or once `enough` came by. */
  function type(lines: string, enough?: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const script = lines.replace('127.0.0.1:4000', `127.0.0.1:${app.port}`);
      const child = spawn('sh', ['-e'], { cwd: root, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
      started.push(child);
      let said = '';
      let complaints = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (enough?.test(said)) resolve(said);
      });
      child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${code}: ${complaints}${said}`))));
      child.stdin.end(script);
    });
  }

  it('signs in, logs a bottleneck, and follows the table from just before', async () => {
    const printed = blocks();
    expect(printed).toHaveLength(3);
    expect(printed.join('').match(/\b4000\b/g)).toHaveLength(1);
    const said = await type(printed.join('\n'), /"cursor":.*\n/);
    expect(said).toContain('"name":"Secretaris tafel West"');
    expect(said).toContain(
      '"signInAsPersona":{"viewer":{"person":{"name":"Projectleider Zwartewaterland"}},"problems":[]}',
    );
    expect(said).toMatch(
      /"logBottleneck":\{"bottleneck":\{"number":"KP-\d+-\d+","state":"SUBMITTED","heldBy":\{.*?\}\},"problems":\[\]\}/,
    );
    const number = /KP-\d+-\d+/.exec(said)?.[0];
    const frame = said.split('\n').find((line) => line.includes('"cursor":')) ?? '';
    const { event } = JSON.parse(frame.slice(frame.indexOf('{"cursor"')));
    expect(event).toMatchObject({ type: 'BOTTLENECK_LOGGED', actor: { name: 'Projectleider Zwartewaterland' } });
    expect(event.subjects).toContainEqual({ number, title: 'Geen stroom voor het eerste blok', state: 'SUBMITTED' });
  });
});
