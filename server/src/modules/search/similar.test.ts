import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalId } from '../../platform/graphql/global-id.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import { type Asking, found } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let asking: Asking;

beforeAll(async () => {
  ({ app, asking } = await searchDemo());
});
afterAll(() => app.close());

const fields = `themeCode bottlenecks { bottleneck { number } title { text hit } snippet { text hit } } notes { note { slug } title { text hit } snippet { text hit } }`;

async function similar(text: string, more: { projectId?: string; themeCode?: string; first?: number } = {}) {
  const client = await asking.client('validator');
  const answer = await client.run(
    `query Similar($text: String!, $projectId: ID, $themeCode: String, $first: Int) { similar(text: $text, projectId: $projectId, themeCode: $themeCode, first: $first) { ${fields} } }`,
    { text, ...more },
  );
  return {
    theme: answer.similar.themeCode as string | null,
    cases: answer.similar.bottlenecks.map(
      ({ bottleneck }: { bottleneck: { number: string } }) => bottleneck.number,
    ) as string[],
    notes: answer.similar.notes.map(({ note }: { note: { slug: string } }) => note.slug.toUpperCase()) as string[],
    titles: answer.similar.bottlenecks.map(({ title }: { title: { text: string; hit: boolean }[] }) =>
      found(title),
    ) as string[][],
  };
}

test.each([
  ['Geen stroom voor de nieuwe wijk', 'NETCONGESTIE', 'KP-2026-002', 'N07'],
  ['Vleermuizen gevonden bij sloop van flats', 'SOORTEN', 'KP-2026-005', 'N06'],
  ['Grond verkopen aan één partij', 'GROND', 'KP-2026-024', 'N09'],
  ['Te weinig planjuristen', 'CAPACITEIT', 'KP-2026-009', 'N12'],
  ['Intern salderen mag niet meer', 'STIKSTOF', 'KP-2026-001', 'N02'],
  ['Woningen te dicht op het spoor', 'MILIEU_GELUID', 'KP-2026-004', 'N11'],
])('«%s» is about %s and looks like %s', async (text, theme, bottleneck, note) => {
  const answer = await similar(text);
  expect(answer.theme).toBe(theme);
  expect(answer.cases).toContain(bottleneck);
  expect(answer.notes).toContain(note);
});

test('says in which words it is alike', async () => {
  const { cases, titles } = await similar('Vleermuisonderzoek duurt te lang');
  expect(titles[cases.indexOf('KP-2026-005')]).toEqual(['Vleermuisonderzoek']);
});

test.each(['', 'Te', 'de het een van', '!!!', '\u{1F6A7}\u{1F6A7}\u{1F6A7}\u{1F6A7}'])(
  '%j has no look-alikes',
  async (text) => {
    expect(await similar(text)).toEqual({ theme: null, cases: [], notes: [], titles: [] });
  },
);

test('another case of the same project comes first', async () => {
  const { rows: cases } = { rows: (await similar('Financiering en proces', { first: 20 })).cases };
  const projectId = await projectOf('KP-2026-014');
  expect((await similar('Financiering en proces', { projectId, first: 20 })).cases[0]).toBe('KP-2026-014');
  expect(cases).toContain('KP-2026-014');
});

async function projectOf(number: string): Promise<string> {
  const [row] = await app.platform.database
    .fork()
    .execute<{ id: string }[]>(
      'select bp.project_id as id from bottleneck_project bp join bottleneck b on b.id = bp.bottleneck_id where b.number = ?',
      [number],
    );
  return globalId('Project', row?.id ?? '');
}

test('a project of another kind of id is left aside', async () => {
  expect((await similar('Geen stroom voor de wijk', { projectId: 'Bottleneck_1' })).cases).toContain('KP-2026-002');
});

test('a case shows what looks like it, and not itself', async () => {
  const client = await asking.client('validator');
  const { bottleneck } = await client.run(`{ bottleneck(number: "KP-2026-008") { similar(first: 3) { ${fields} } } }`);
  const numbers = bottleneck.similar.bottlenecks.map(
    (each: { bottleneck: { number: string } }) => each.bottleneck.number,
  );
  expect(numbers).not.toContain('KP-2026-008');
  expect(numbers.length).toBeLessThanOrEqual(3);
  expect(bottleneck.similar.notes.map(({ note }: { note: { slug: string } }) => note.slug)).toContain('n02');
});

test('answers while one is typing', async () => {
  await similar('Een eerste vraag om warm te lopen over stikstof');
  const before = performance.now();
  await similar('Onderbouwing leunt op stikstofruimte van een stoppend veebedrijf naast het plangebied');
  expect(performance.now() - before).toBeLessThan(1_000);
});
