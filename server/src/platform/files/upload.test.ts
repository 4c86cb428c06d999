import { request as httpRequest } from 'node:http';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Factories } from '../../../testing/factories.ts';
import { jpg, odfOf, pdfOf, png, program, upload, zipOf } from '../../../testing/file-samples.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { cleanLooseFiles } from './stored-files.ts';

let app: TestApp;
let make: Factories;
let cookie: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z'), config: { uploadMegabytes: 1 } });
  make = new Factories(app);
  cookie = await cookieOf('Ada');
});
afterAll(() => app.close());

const cookieOf = async (name: string) => (await graphClient(app, await make.person({ name }))).cookie;
const codeOf = async (name: string, body: Uint8Array | string) =>
  (await upload(app, cookie, name, body)).errors?.[0]?.extensions.code;
const sql = <T extends object>(text: string, params: unknown[] = []) =>
  app.platform.database.fork().execute<T[]>(text, params);

describe('what is taken in', () => {
  test.each([
    ['verslag.docx', () => zipOf('[Content_Types].xml', 'word/document.xml')],
    ['cijfers.xlsx', () => zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['dia.pptx', () => zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['tekst.odt', () => odfOf('application/vnd.oasis.opendocument.text')],
    ['blad.ods', () => odfOf('application/vnd.oasis.opendocument.spreadsheet')],
    ['dia.odp', () => odfOf('application/vnd.oasis.opendocument.presentation')],
    ['kaart.png', () => png],
    ['foto.JPEG', () => jpg],
    ['lees.txt', () => Buffer.from('Één regel\r\nmet € en <b>haken</b>')],
    ['lijst.csv', () => Buffer.from('a;b\n1;2')],
    ['notitie.md', () => Buffer.from('# Kop')],
  ])('%s', async (name, body) => {
    const { status, file } = await upload(app, cookie, name, body());
    expect([status, file?.name]).toEqual([201, name]);
  });

  test('a PDF, with its number of pages; one that cannot be read has none', async () => {
    const body = await pdfOf(3);
    expect(await upload(app, cookie, 'Nota «Stikstof».pdf', body)).toMatchObject({
      status: 201,
      file: { name: 'Nota «Stikstof».pdf', mediaType: 'application/pdf', size: body.length, pages: 3 },
    });
    expect((await upload(app, cookie, 'stuk.pdf', '%PDF-1.7 kapot')).file?.pages).toBeNull();
  });

  test('the same content lies there once', async () => {
    const first = await upload(app, cookie, 'een.txt', 'dubbel');
    const second = await upload(app, cookie, 'twee.txt', 'dubbel');
    const rows = await sql<{ hash: string }>('select hash from stored_file where id in (?, ?)', [
      first.file?.id,
      second.file?.id,
    ]);
    expect(new Set(rows.map((row) => row.hash)).size).toBe(1);
    expect((await app.platform.files.read(rows[0]?.hash ?? '')).toString()).toBe('dubbel');
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    [String.raw`C:\map\stuk.txt`, 'stuk.txt'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie- x.txt'],
    ['fdp\u202etxt.txt', 'fdptxt.txt'],
    [`${'é'.repeat(300)}.txt`, `${'é'.repeat(116)}.txt`],
    ['....txt', 'bestand.txt'],
  ])('a name is made safe: %j', async (given, kept) => {
    expect((await upload(app, cookie, given, 'tekst')).file?.name).toBe(kept);
  });
});

describe('what is refused', () => {
  test.each([
    ['FILE_TYPE_REFUSED', 'virus.exe', program],
    ['FILE_TYPE_REFUSED', 'pagina.html', '<!doctype html>'],
    ['FILE_TYPE_REFUSED', 'plaatje.svg', '<svg onload="alert(1)"/>'],
    ['FILE_TYPE_REFUSED', 'stuk', 'tekst'],
    ['FILE_TYPE_REFUSED', '', 'tekst'],
    ['FILE_TYPE_REFUSED', 'stuk.pdf.exe', program],
    ['FILE_NOT_AS_NAMED', 'virus.pdf', program],
    ['FILE_NOT_AS_NAMED', 'virus.docx', program],
    ['FILE_NOT_AS_NAMED', 'virus.txt', program],
    ['FILE_NOT_AS_NAMED', 'pagina.txt', '\n<!-- x --><html><script>alert(1)</script>'],
    ['FILE_NOT_AS_NAMED', 'plaatje.md', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['FILE_NOT_AS_NAMED', 'script.txt', '#!/bin/sh\nrm -rf /'],
    ['FILE_NOT_AS_NAMED', 'plaatje.png', '<svg/>'],
    ['FILE_NOT_AS_NAMED', 'stuk.docx', zipOf('plaatje.png')],
    ['FILE_NOT_AS_NAMED', 'stuk.docx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['FILE_NOT_AS_NAMED', 'stuk.docx', Buffer.from('PK\x03\x04 afgebroken', 'latin1')],
    ['FILE_NOT_AS_NAMED', 'stuk.odt', odfOf('application/java-archive')],
    ['FILE_WITH_MACROS', 'stuk.docx', zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['FILE_EMPTY', 'leeg.txt', ''],
  ])('%s: %s', async (code, name, body) => {
    expect(await codeOf(name, body)).toBe(code);
  });

  test('by name, with what to do, in the language of who asks', async () => {
    const dutch = await upload(app, cookie, 'virus.pdf', program);
    expect([dutch.status, dutch.errors?.[0]?.message]).toEqual([415, expect.stringMatching(/«virus.pdf».*Bewaar het/)]);
    const english = await upload(app, cookie, 'virus.pdf', program, { 'accept-language': 'en' });
    expect(english.errors?.[0]?.message).toMatch(/“virus.pdf”.*Save it/);
  });

  test('what is too large, told before and during', async () => {
    const large = await upload(app, cookie, 'groot.txt', 'x'.repeat(5_000_000));
    expect([large.status, large.errors?.[0]?.message]).toEqual([413, expect.stringMatching(/hoogstens 1 MB/)]);
    const status = await new Promise((resolve, reject) => {
      const drip = httpRequest(`${app.url}/files?name=groot.txt`, { method: 'POST', headers: { cookie } }, (answer) =>
        resolve(answer.statusCode),
      );
      drip.on('error', reject);
      for (let n = 0; n < 20; n += 1) drip.write('x'.repeat(100_000));
      drip.end();
    });
    expect(status).toBe(413);
    expect(await readdir(`${app.dataDir}/files/staged`)).toEqual([]);
  });

  test('without a session, from a page elsewhere, or in another way than POST', async () => {
    expect(await upload(app, '', 'a.txt', 'a')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await upload(app, cookie, 'a.txt', 'a', { origin: 'https://elders.example' })).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect((await fetch(`${app.url}/files`, { headers: { cookie } })).status).toBe(405);
  });

  test('more than anybody needs', async () => {
    const person = await make.person({ name: 'Hamster' });
    const hoarder = (await graphClient(app, person)).cookie;
    for (let n = 0; n < 60; n += 1)
      await make.insert('stored_file', {
        hash: '0'.repeat(64),
        name: 'a.txt',
        media_type: 'text/plain',
        size: 1,
        uploaded_by_id: person.id,
        uploaded_at: app.platform.now(),
        loose_since: app.platform.now(),
      });
    expect(await upload(app, hoarder, 'a.txt', 'a')).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'TOO_MANY_UPLOADS' } }],
    });
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const before = await sql('select from stored_file');
    await new Promise<void>((resolve) => {
      const broken = httpRequest(`${app.url}/files?name=half.txt`, {
        method: 'POST',
        headers: { cookie, 'content-length': 1_000 },
      });
      broken.on('error', () => resolve());
      broken.write('half', () => setImmediate(() => broken.destroy(new Error('The line went dead.'))));
    });
    await expect.poll(() => readdir(`${app.dataDir}/files/staged`), { timeout: 10_000 }).toEqual([]);
    expect(await sql('select from stored_file')).toHaveLength(before.length);
  });
});

test('what nothing uses is thrown away after a day, and its content with the last that names it', async () => {
  app.setNow(new Date('2026-11-25T10:00:00Z'));
  const old = await upload(app, await cookieOf('Bea'), 'oud.txt', 'opruimen');
  app.setNow(new Date('2026-11-26T09:59:00Z'));
  const fresh = await upload(app, await cookieOf('Bob'), 'nieuw.txt', 'opruimen');
  const [row] = await sql<{ hash: string }>('select hash from stored_file where id = ?', [old.file?.id]);
  const left = () => sql<{ id: string }>('select id from stored_file where hash = ?', [row?.hash]);
  const clean = () =>
    cleanLooseFiles(app.platform.database, app.platform.files, app.platform.now(), () => Promise.resolve());
  await clean();
  expect(await left()).toHaveLength(2);
  app.setNow(new Date('2026-11-26T10:01:00Z'));
  await clean();
  expect(await left()).toEqual([{ id: fresh.file?.id }]);
  expect((await app.platform.files.read(row?.hash ?? '')).toString()).toBe('opruimen');
  app.setNow(new Date('2026-11-27T10:01:00Z'));
  await clean();
  expect(await left()).toEqual([]);
  await expect(app.platform.files.read(row?.hash ?? '')).rejects.toThrow('ENOENT');
});

test('only the name of a content opens one', async () => {
  await expect(app.platform.files.read('../../../etc/passwd')).rejects.toThrow('not the name of a content');
});
