import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { atOnce, printTimes, timeToShow } from './patience.ts';

const title = 'De Energiewet verandert de volgorde op de wachtlijst';
const note = /^Netcongestie: zo kom je vóór het ontwerp/;
const number = 'KP-2026-002';
const kept = `{ notes(first: 100) { edges { node { slug validity } } } }`;

describe('the law changes under a note', () => {
  let app: TestApp;
  let editor: Seated;
  let reviewer: Seated;
  let owner: Seated;
  let before: Map<string, string>;

  /** How far each note can be relied on, by its name in the address. */
  const validities = async () =>
    new Map<string, string>(
      (await editor.api.run(kept)).notes.edges.map(({ node }: { node: { slug: string; validity: string } }) => [
        node.slug,
        node.validity,
      ]),
    );
  const changed = async () => [...(await validities())].filter(([slug, validity]) => before.get(slug) !== validity);
  const notesOfCase = () => owner.page.getByRole('region', { name: 'Notities' });

  beforeAll(async () => {
    app = await openDemo();
    editor = await seat(app, 'Kennisredacteur');
    reviewer = await seat(app, 'Adviseur omgevingsrecht');
    owner = await seat(app, 'Projectleider Deventer');
    before = await validities();
    await owner.page.goto(`/knelpunten/${number}`);
    await owner.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    await notesOfCase().getByRole('link', { name: note }).waitFor();
    await reviewer.page.goto('/kennis/recht');
    await reviewer.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
  });
  afterAll(async () => {
    printTimes();
    await closeBrowser();
    await app.close();
  });

  it('is recorded with the note that rests on it, and who has a case on that note sees it at once', async () => {
    const { page } = editor;
    await page.goto('/kennis/recht');
    await page.getByRole('button', { name: 'Leg een wijziging vast' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wat verandert er?').fill(title);
    await dialog.getByLabel('Bronnen', { exact: false }).fill('Energiewet');
    await dialog.getByRole('checkbox', { name: note }).waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(1);
    const marked = notesOfCase().getByText('eerst controleren');
    const shown = await timeToShow('A note under review, on a case that used it', marked, () =>
      dialog.getByRole('button', { name: 'Leg vast' }).click(),
    );
    expect(shown).toBeLessThan(atOnce);
    expect(await changed()).toEqual([[expect.stringMatching(/^netcongestie/), 'CHECK_FIRST']]);
  });

  it('tells the owner of that case, and nobody who has nothing to do with it', async () => {
    await app.platform.streams.drain();
    const inbox = '{ inbox(first: 1) { edges { node { event { type } } } } }';
    const latest = async (who: Seated) => (await who.api.run(inbox)).inbox.edges[0]?.node.event.type as string;
    expect(await latest(owner)).toBe('CASE_NOTE_UNDER_REVIEW');
    const other = await seat(app, 'Projectleider Kampen');
    expect(await latest(other)).not.toBe('CASE_NOTE_UNDER_REVIEW');
    await other.context.close();
  });

  it('waits for the reviewer, who confirms the note on one screen, and the case sees that too', async () => {
    const { page } = reviewer;
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const waiting = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: note }) });
    await waiting.getByRole('link', { name: number }).waitFor();
    await waiting.getByRole('button', { name: 'Bevestig' }).click();
    await page.getByRole('dialog').getByLabel('Toelichting').fill('De werkwijze verandert er niet door.');
    await page.getByRole('dialog').getByRole('button', { name: 'Bevestig' }).click();
    await page.getByText('Over elke notitie die je mag zien is geoordeeld.').waitFor();
    await notesOfCase().getByText('eerst controleren').waitFor({ state: 'detached' });
    expect(await changed()).toEqual([]);
    expect([editor, reviewer, owner].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
