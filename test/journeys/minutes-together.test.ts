import { readSharedText } from '@versnellingstafel/server/platform/collab/read-shared-text';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { type CuttableLine, layLine } from './cuttable-line.ts';
import { proving } from './patience.ts';

/** How long the third is away. */
const away = proving ? 300_000 : 5_000;

const nextMeeting = `{ table(slug: "west-overijssel") { nextMeeting { id state items { id position } } } }`;
const start = `mutation ($input: MeetingInput!) { startMeeting(input: $input) { problems { code } } }`;

describe('minutes are written together', () => {
  let app: TestApp;
  let line: CuttableLine;
  let secretary: Seated;
  let chair: Seated;
  let leader: Seated;
  let address: string;
  let name: string;

  const bare = (id: string) => id.slice(id.indexOf('_') + 1);
  const text = ({ page }: Seated) => page.getByRole('textbox', { name: 'Verslag van punt 1' });
  /** The lines that stand on somebody's screen, in the order of the alphabet. */
  const shown = async (who: Seated) =>
    (await text(who).locator('p').allInnerTexts())
      .map((words) => words.trim())
      .filter((words) => words !== '')
      .toSorted();
  const kept = async () =>
    ((await readSharedText(app.platform.database.fork(), [name])).get(name) ?? []).map((block) => block.text);

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
    secretary = await seat(app, 'Secretaris tafel West');
    chair = await seat(app, 'Voorzitter tafel West');
    leader = await seat(app, 'Projectleider Deventer', { through: line.url, width: 390, height: 844 });
    const { nextMeeting: meeting } = (await secretary.api.run(nextMeeting)).table;
    await chair.api.run(start, { input: { meetingId: meeting.id } });
    address = `/vergaderingen/${meeting.id}`;
    name = `minutes:${bare(meeting.id)}:${bare(meeting.items[0].id)}`;
    for (const one of [secretary, chair, leader]) {
      await one.page.goto(address);
      await text(one).waitFor();
    }
  });
  afterAll(async () => {
    await closeBrowser();
    await line.close();
    await app.close();
  });

  it(
    'two write, a third who is away writes on, and after the return everybody has everything',
    async () => {
      await write(leader, 'Deventer: de planning per fase is klaar.');
      await text(secretary).getByText('Deventer: de planning per fase is klaar.').waitFor();
      await secretary.page.getByText('Schrijven hier ook: Projectleider Deventer').waitFor();

      line.cut('everything');
      await write(leader, 'In de trein geschreven.');
      await leader.page.getByText('Nog niet bewaard, staat op dit apparaat.').waitFor();
      await leader.page.getByText('Geen verbinding, je kunt doorschrijven.').waitFor();
      await write(secretary, 'De netbeheerder');
      // Who opens a line inside a sentence that another is in the middle of splits it, as on paper: each has a line first, then both go on at once.
      await text(chair).getByText('De netbeheerder').waitFor();
      await write(chair, 'De tafel');
      await Promise.all([
        secretary.page.keyboard.type(' bevestigt het jaar 2029.'),
        chair.page.keyboard.type(' besluit op 18 december.'),
      ]);
      for (const one of [secretary, chair]) await one.page.getByText(/Bewaard \d/).waitFor();
      await new Promise((resolve) => setTimeout(resolve, away));
      expect(await kept()).not.toContain('In de trein geschreven.');
      line.mend();

      const lines = [
        'Deventer: de planning per fase is klaar.',
        'In de trein geschreven.',
        'De netbeheerder bevestigt het jaar 2029.',
        'De tafel besluit op 18 december.',
      ];
      for (const one of [secretary, chair, leader])
        await expect.poll(() => shown(one), { timeout: 60_000 }).toEqual(lines.toSorted());
      await leader.page.getByText(/Bewaard \d/).waitFor({ timeout: 60_000 });
      expect((await kept()).toSorted()).toEqual(lines.toSorted());
    },
    away + 180_000,
  );

  it('closing the page in the middle of a sentence loses nothing', async () => {
    line.cut('everything');
    await write(leader, 'Halverwege een zin');
    await leader.page.getByText('Nog niet bewaard, staat op dit apparaat.').waitFor();
    await leader.page.close();
    line.mend();
    // Another page of the same browser, which does not even show the text: it goes out by itself.
    leader = { ...leader, page: await leader.context.newPage() };
    await leader.page.goto('/');
    await text(secretary).getByText('Halverwege een zin').waitFor({ timeout: 60_000 });
    expect(await kept()).toContain('Halverwege een zin');
  });

  it('nothing in the pages complained, the strict rules for styles included', () => {
    expect([secretary, chair].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
