import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { type CuttableLine, layLine } from './cuttable-line.ts';

const title = 'Sloopvergunning en nieuwbouw in één beweging';
const first = 'Vraag de vergunning voor beide tegelijk aan.';
const patience = { timeout: 60_000 };
const writing = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id slug } problems { code } } }`;
const reading = `query ($slug: String!) { note(slug: $slug) { body version status versions { version body } } }`;

describe('a knowledge note is written together', () => {
  let app: TestApp;
  let line: CuttableLine;
  let author: Seated;
  let editor: Seated;
  let reader: Seated;
  let slug: string;
  let rounds: NodeJS.Timeout;

  const text = ({ page }: Seated) => page.getByRole('textbox', { name: `Toelichting van ${title}` });
  const shown = async (who: Seated) =>
    (await text(who).locator('p').allInnerTexts())
      .map((words) => words.trim())
      .filter((words) => words !== '')
      .toSorted();
  const note = async () => (await reader.api.run(reading, { slug })).note;
  const history = ({ page }: Seated) => page.getByRole('list', { name: 'Versies' });

  /** Opens a line of one's own at the end and begins it. */
  async function write(who: Seated, words: string): Promise<void> {
    await text(who).click();
    await who.page.keyboard.press('Control+End');
    // A hand is slower than the news of where the caret went; without it Enter would still act on where the click put it.
    await who.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await who.page.keyboard.press('Enter');
    await who.page.keyboard.type(words);
  }

  beforeAll(async () => {
    app = await openDemo();
    line = await layLine(app);
    author = await seat(app, 'Projectleider Zwartewaterland');
    editor = await seat(app, 'Kennisredacteur', { through: line.url });
    reader = await seat(app, 'Lezer zonder tafel');
    const theme = (await author.api.run('{ themes { code } }')).themes[0].code as string;
    const input = { title, summary: 'Scheelt een half jaar.', body: first, themeCodes: [theme] };
    slug = (await author.api.run(writing, { input })).writeNote.note.slug as string;
    // What comes round by itself in a server that people use.
    rounds = setInterval(() => void app.platform.jobs.run('note bodies'), 500);
    await reader.page.goto(`/kennis/${slug}`);
    await reader.page.getByText(first).waitFor();
    for (const one of [author, editor]) {
      await one.page.goto(`/kennis/${slug}/bewerk`);
      await text(one).getByText(first).waitFor();
    }
  });
  afterAll(async () => {
    clearInterval(rounds);
    await closeBrowser();
    await line.close();
    await app.close();
  });

  it('two write at the same time, and who reads the note sees who is at it, and then the text', async () => {
    await reader.page
      .getByText('Nu bezig met de toelichting: Projectleider Zwartewaterland en Kennisredacteur')
      .waitFor();
    await write(author, 'De sloop');
    await text(editor).getByText('De sloop').waitFor();
    await editor.page.getByText('Schrijven hier ook: Projectleider Zwartewaterland').waitFor();
    await write(editor, '- Let op');
    await Promise.all([
      author.page.keyboard.type(' wacht op de bouw.'),
      editor.page.keyboard.type(' het seizoen van vleermuizen.'),
    ]);
    const lines = [first, 'De sloop wacht op de bouw.', 'Let op het seizoen van vleermuizen.'];
    for (const one of [author, editor]) await expect.poll(() => shown(one), patience).toEqual(lines.toSorted());
    await author.page.getByText(/Bewaard \d/).waitFor();
    // Nobody touches the page of the reader.
    await reader.page.getByText('De sloop wacht op de bouw.').waitFor(patience);
    await reader.page.getByRole('listitem').filter({ hasText: 'Let op het seizoen van vleermuizen.' }).waitFor();
    expect((await note()).body).toBe(`${first}\n\nDe sloop wacht op de bouw.\n\n- Let op het seizoen van vleermuizen.`);
  }, 180_000);

  it('the history names both, with what they wrote', async () => {
    await history(reader)
      .getByText(
        /(Kennisredacteur en Projectleider Zwartewaterland|Projectleider Zwartewaterland en Kennisredacteur) bewerkten samen de tekst/,
      )
      .waitFor();
    expect(await history(reader).getByText('toelichting', { exact: true }).count()).toBeGreaterThan(0);
  });

  it('who loses the network writes on, and nothing is lost when it is back', async () => {
    line.cut('everything');
    await write(editor, 'In de trein geschreven.');
    await editor.page.getByText('Nog niet bewaard, staat op dit apparaat.').waitFor();
    await write(author, 'Intussen op kantoor.');
    await author.page.getByText(/Bewaard \d/).waitFor();
    await reader.page.getByText('Intussen op kantoor.').waitFor(patience);
    expect((await note()).body).not.toContain('In de trein geschreven.');
    line.mend();
    await text(author).getByText('In de trein geschreven.').waitFor(patience);
    await reader.page.getByText('In de trein geschreven.').waitFor(patience);
    const { body } = await note();
    for (const words of [
      first,
      'De sloop wacht op de bouw.',
      'Let op het seizoen',
      'In de trein geschreven.',
      'Intussen op kantoor.',
    ])
      expect(body).toContain(words);
    await expect.poll(() => shown(editor), patience).toEqual(await shown(author));
  }, 180_000);

  it('an older version comes back, also for who has the text open', async () => {
    const { page } = author;
    await page.goto(`/kennis/${slug}`);
    await page.getByRole('button', { name: 'Bekijk eerdere teksten' }).click();
    await page.getByRole('button', { name: 'Zet versie 1 terug' }).click();
    await page.getByText('De tekst van versie 1 staat er weer').waitFor();
    await expect.poll(() => shown(editor), patience).toEqual([first]);
    await expect.poll(() => reader.page.getByText('Intussen op kantoor.').count(), patience).toBe(0);
    await reader.page.getByText(first).waitFor();
    // From there they go on.
    await write(editor, 'Begin met een schets.');
    await reader.page.getByText('Begin met een schets.').waitFor(patience);
    expect((await note()).body).toBe(`${first}\n\nBegin met een schets.`);
    await history(reader).getByText('Projectleider Zwartewaterland zette een oudere tekst terug').waitFor();
    await history(reader).getByText('Kennisredacteur bewerkte de tekst').first().waitFor();
  }, 180_000);

  it('nothing in the pages complained, the strict rules for styles included', () => {
    expect([author, reader].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
