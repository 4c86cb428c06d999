import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { pdfOf, upload } from '../../../../testing/file-samples.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
});
afterAll(() => app.close());

const secretary = () => cast.as('secretary');
async function addItem(title: string, more: object = {}): Promise<string> {
  return (await changeAgenda(secretary(), 'addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id;
}
async function addPaper(itemId: string, title: string, paper: { name: string; body: Uint8Array | string } | string) {
  const input =
    typeof paper === 'string'
      ? { url: paper }
      : { fileId: (await upload(app, secretary().cookie, paper.name, paper.body)).file?.id };
  const { addPaper: answer } = await secretary().run(
    'mutation ($input: AddPaperInput!) { addPaper(input: $input) { problems { code } } }',
    { input: { itemId, title, ...input } },
  );
  expect(answer.problems).toEqual([]);
}
const urlFor = async (part: Part): Promise<string | null> =>
  (await cast.as(part).run('query ($id: ID!) { meeting(id: $id) { bundleUrl } }', { id: meeting.globalId })).meeting
    ?.bundleUrl ?? null;

interface Bookmark {
  title: string;
  dest: unknown[];
  items: Bookmark[];
}

/** The bundle as this person gets it: pages, bookmarks with their pages, and text by page. */
async function bundleFor(part: Part, language = 'nl') {
  const answer = await fetch(app.url + String(await urlFor(part)), {
    headers: { cookie: cast.as(part).cookie, 'accept-language': language },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise;
  const texts: string[] = [];
  const links: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
  }
  const place = async ({ title, dest, items }: Bookmark): Promise<unknown> => [
    title,
    (await pdf.getPageIndex(dest[0] as { num: number; gen: number })) + 1,
    ...(await Promise.all(items.map(place))),
  ];
  const outline = await Promise.all(((await pdf.getOutline()) as Bookmark[]).map(place));
  const { info } = await pdf.getMetadata();
  await pdf.loadingTask.destroy();
  return { pages: texts.length, texts, outline, links, title: (info as { Title?: string }).Title };
}

test('without papers there is none', async () => {
  await addItem('Opening', { minutes: 10 });
  expect(await urlFor('secretary')).toBeNull();
  const answer = await fetch(`${app.url}/papers/meetings/${meeting.id}.pdf`, {
    headers: { cookie: secretary().cookie },
  });
  expect(answer.status).toBe(404);
});

test('all papers that somebody may read are one PDF with bookmarks, and what cannot be bound in stands there as a link', async () => {
  const nitrogen = await addItem('Stikstof – «één» Łódź 漢', { minutes: 30 });
  await addPaper(nitrogen, 'Nota stikstof', { name: 'nota.pdf', body: await pdfOf(3, 'Nota') });
  await addPaper(nitrogen, 'Cijfers', { name: 'cijfers.csv', body: 'a;b' });
  await addPaper(nitrogen, 'Kaart', 'https://kaart.example.org/(a)');
  await addPaper(nitrogen, 'Kapot', { name: 'kapot.pdf', body: '%PDF-1.7 kapot' });
  await addPaper(nitrogen, 'Bijlage', { name: 'bijlage.pdf', body: await pdfOf(1, 'Bijlage') });
  await addPaper(await addItem('Grondprijs', { closedPart: true }), 'Prijzen', {
    name: 'prijzen.pdf',
    body: await pdfOf(2, 'Geheime prijs'),
  });
  const { meeting: now } = await secretary().run('query ($id: ID!) { meeting(id: $id) { version } }', {
    id: meeting.globalId,
  });
  await changeAgenda(secretary(), 'publishAgenda', { meetingId: meeting.globalId, expectedVersion: now.version });

  const all = await bundleFor('chair');
  expect(all.pages).toBe(1 + (1 + 3 + 1) + (1 + 2));
  expect(all.outline).toEqual([
    ['Agenda', 1],
    ['2 Stikstof – «één» Łódź 漢', 2, ['Nota stikstof', 3], ['Cijfers', 2], ['Kaart', 2], ['Kapot', 2], ['Bijlage', 6]],
    ['3 Grondprijs', 7, ['Prijzen', 8]],
  ]);
  expect(all.title).toBe('West');
  expect(all.texts[0]).toMatch(
    /West.*donderdag 10 december 2026, 13:30–16:00.*Opening.*13:30 · 10 minuten.*Stikstof – «één» Lódz \?/s,
  );
  expect(all.texts[1]).toMatch(
    /Cijfers.*csv · niet in deze bundel.*Kaart.*link · niet in deze bundel.*Kapot.*beschadigd/s,
  );
  expect(all.texts[2]).toBe('Nota 1');
  expect(all.links).toEqual([
    expect.stringMatching(new RegExp(`^${app.url}/papers/[0-9a-f-]{36}/cijfers.csv$`)),
    'https://kaart.example.org/(a)',
    expect.stringContaining('/kapot.pdf'),
  ]);

  const market = await bundleFor('market', 'en');
  expect(market.outline).toHaveLength(2);
  expect(market.pages).toBe(1 + (1 + 3 + 1));
  expect(market.texts.join(' ')).toContain('Closed part');
  expect(market.texts.join(' ')).not.toMatch(/Grondprijs|Prijzen|Geheime/);
  expect(await urlFor('twente')).toBeNull();
});

test('a PDF with a password is listed, and does not fail the rest', async () => {
  const locked = await PDFDocument.create();
  locked.addPage();
  // The trailer of a locked document names the dictionary that says how.
  locked.context.trailerInfo.Encrypt = locked.context.obj({ Filter: 'Standard', V: 1, R: 2 });
  const itemId = await addItem('Op slot');
  await addPaper(itemId, 'Met wachtwoord', { name: 'slot.pdf', body: await locked.save() });
  const { texts } = await bundleFor('secretary');
  expect(texts.at(-1)).toMatch(/Met wachtwoord.*met een wachtwoord/s);
});

test('a long agenda goes on on a next page', async () => {
  for (let n = 0; n < 40; n += 1) await addItem(`Een punt met een lange naam ${'aaneengeschreven'.repeat(8)} ${n}`);
  const { texts, outline } = await bundleFor('secretary');
  expect(texts.slice(0, 5).join(' ')).toContain('44 Een punt');
  expect((outline[1] as unknown[])[1]).toBeGreaterThan(2);
});
