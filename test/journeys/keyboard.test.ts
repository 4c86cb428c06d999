import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { Keys } from './keys.ts';
import { logCase } from './log-case.ts';

const sentence = 'De netbeheerder levert pas stroom na de oplevering';
const noteTitle = 'Een batterij in de wijk overbrugt het eerste jaar';

describe('the main job by keyboard alone', () => {
  let app: TestApp;
  let lead: Seated & { keys: Keys };
  let secretary: Seated & { keys: Keys };
  let number = '';

  const sit = async (name: string) => {
    const seated = await seat(app, name);
    const keys = new Keys(seated.page);
    await keys.listen();
    return { ...seated, keys };
  };

  beforeAll(async () => {
    app = await openDemo();
    lead = await sit('Projectleider Zwartewaterland');
    secretary = await sit('Secretaris tafel West');
  });
  afterAll(async () => {
    await closeBrowser();
    await app.close();
  });

  it('is logged, and the secretary hears of it', async () => {
    await secretary.page.goto('/knelpunten?tafel=west-overijssel');
    await secretary.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    const { page, keys } = lead;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await keys.press('n');
    await page.getByRole('heading', { level: 1, name: 'Nieuw knelpunt' }).waitFor();
    await keys.keepsFocus();
    await keys.goTo(page.getByRole('textbox', { name: 'Wat houdt het plan tegen?' }));
    await keys.type(sentence);
    await page.getByRole('list', { name: 'Lijkt hierop' }).getByRole('link').first().waitFor();
    await keys.goTo(page.getByRole('combobox', { name: 'Project' }));
    await keys.type('Buitenkw');
    await page.getByRole('option').first().filter({ hasText: 'Buitenkwartier' }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(() => page.getByRole('combobox', { name: 'Project' }).inputValue()).toMatch(/^Buitenkwartier/);
    await keys.press('ControlOrMeta+Enter');
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    number = /KP-\d+-\d+/.exec(page.url())?.[0] ?? '';
    await keys.hears(`${number} ingediend`);
    await keys.keepsFocus();
    await secretary.keys.hears(/1 knelpunt nieuw of gewijzigd/);
  });

  it('is taken in and planned, and who logged it hears so', async () => {
    const { page, keys } = secretary;
    await keys.enter(page.getByRole('link', { name: sentence }), 'j');
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    await keys.keepsFocus();
    await keys.enter(page.getByRole('button', { name: 'Neem in voorportaal' }));
    const triage = page.getByRole('dialog');
    await keys.goTo(triage.getByLabel(/^Woningen die wachten in/));
    await keys.type('40');
    await keys.goTo(triage.getByRole('spinbutton', { name: /^dag, Geplande start/ }));
    await keys.type('01032030');
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'Neem in voorportaal' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keys.hears(`${number} in het voorportaal`);
    await keys.keepsFocus();
    await lead.keys.hears('Dit knelpunt is zojuist bijgewerkt');
    await keys.enter(page.getByRole('button', { name: 'Zet op de agenda' }));
    await keys.goTo(page.getByRole('textbox', { name: /^Wat wordt er van de tafel gevraagd/ }));
    await keys.type('Vraag om een batterij');
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'Zet op de agenda' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keys.hears(`${number} op de agenda`);
    await keys.keepsFocus();
    await expect.poll(() => page.getByRole('button', { name: 'Neem in behandeling' }).count()).toBe(1);
  });

  it('is published, and resolved at the table with a note', async () => {
    for (const { page, keys } of [lead, secretary]) {
      await keys.enter(page.getByRole('navigation').getByRole('link', { name: 'Agenda' }));
      await page.getByRole('heading', { level: 1, name: /^Agenda/ }).waitFor();
    }
    const { page, keys } = secretary;
    await keys.enter(page.getByRole('button', { name: /^Publiceer/ }));
    const publishing = page.getByRole('dialog');
    await keys.enter(publishing.getByRole('button', { name: /^Publiceer/ }));
    await publishing.waitFor({ state: 'detached' });
    await keys.hears(/De agenda staat open voor \d+ deelnemers/);
    await keys.keepsFocus();
    await lead.keys.hears('De agenda is zojuist bijgewerkt');
    // Arrows walk the items of the agenda; Tab goes through what an item holds.
    const item = page.getByRole('row', { name: new RegExp(sentence) });
    await keys.goTo(page.getByRole('row'));
    await keys.goTo(item, 'ArrowDown');
    await keys.enter(item.getByRole('link'));
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    await keys.keepsFocus();

    await keys.enter(page.getByRole('button', { name: /^Wie doet wat/ }));
    const dialog = page.getByRole('dialog');
    await keys.goTo(dialog.getByRole('textbox', { name: /^Volgende stap/ }));
    await keys.type('Batterij bestellen');
    await keys.goTo(dialog.getByRole('spinbutton', { name: /^dag, Uiterlijk/ }));
    // Typing a part of a date goes on to the next by itself.
    await keys.type(`1501${new Date().getFullYear() + 1}`);
    await keys.goTo(dialog.getByRole('combobox', { name: /^Trekker/ }));
    await keys.type('Zwartewater');
    await page.getByRole('option').first().filter({ hasText: 'Projectleider Zwartewaterland' }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.enter(dialog.getByRole('button', { name: 'Bewaar' }));
    await dialog.waitFor({ state: 'detached' });
    await keys.hears(`${number} bijgewerkt`);
    await keys.keepsFocus();
    await expect.poll(() => page.getByText('Batterij bestellen').count()).toBe(1);

    await keys.enter(page.getByRole('button', { name: 'Los op' }));
    await keys.goTo(dialog.getByRole('textbox', { name: /^Wat heeft het opgelost/ }));
    await keys.type('Een batterij voor het eerste jaar.');
    await keys.goTo(dialog.getByRole('textbox', { name: /^Wat zou de volgende helpen/ }));
    await keys.type('Huur een batterij tot de zwaardere aansluiting er is.');
    await keys.enter(dialog.getByRole('button', { name: 'Los op' }));
    await dialog.waitFor({ state: 'detached' });
    await keys.hears(`${number} opgelost`);
    await keys.keepsFocus();

    // The message leads to the draft, which gets a title of its own.
    await keys.press('F6');
    await keys.enter(page.getByRole('button', { name: 'Naar de conceptnotitie' }));
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    await page.getByRole('region', { name: 'Controleer eerst' }).waitFor();
    await keys.keepsFocus();
    await keys.enter(page.getByRole('button', { name: 'Meer acties' }));
    await keys.goTo(page.getByRole('menuitem', { name: 'Bewerk' }), 'ArrowDown');
    await keys.press('Enter');
    await keys.goTo(page.getByRole('textbox', { name: /^Titel/ }));
    await keys.retype(noteTitle);
    await keys.press('ControlOrMeta+Enter');
    await page.getByRole('heading', { level: 1, name: noteTitle }).waitFor();
  });

  it('is found by another, who reads whether it holds and applies it', async () => {
    const ommen = await sit('Beleidsadviseur Ommen');
    const { page, keys } = ommen;
    const own = await logCase(ommen.api, { title: 'De wijk wacht op een zwaardere aansluiting', project: 'Hazelkamp' });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await keys.press('/');
    await page.getByRole('searchbox').waitFor();
    await keys.type('batterij wijk');
    const option = page.getByRole('option', { name: new RegExp(noteTitle) });
    await option.waitFor();
    for (let step = 0; step < 8 && !(await option.getAttribute('data-focused')); step++) await keys.press('ArrowDown');
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: noteTitle }).waitFor();
    await keys.keepsFocus();
    await page.getByRole('region', { name: 'Controleer eerst' }).waitFor();
    await keys.press('t');
    const dialog = page.getByRole('dialog', { name: 'Op welk knelpunt pas je dit toe?' });
    await dialog.waitFor();
    await keys.goTo(dialog.getByRole('combobox', { name: /^Knelpunt/ }));
    await keys.press('ArrowDown');
    await page.getByRole('option').first().filter({ hasText: own.number }).waitFor();
    await keys.press('Enter');
    await keys.goTo(dialog.getByRole('radio', { name: 'nog niet bekend' }));
    await keys.goTo(dialog.getByRole('radio', { name: 'deels gelukt' }), 'ArrowUp');
    await keys.enter(dialog.getByRole('button', { name: 'Koppel' }));
    await dialog.waitFor({ state: 'detached' });
    await keys.hears(`${own.number}: notitie gekoppeld`);
    await keys.keepsFocus();
    await page.getByRole('row').filter({ hasText: own.number }).getByText('Deels gelukt').waitFor();
    expect([lead, secretary, ommen].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
