import { readPdf } from '@versnellingstafel/server/testing/read-pdf';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDemo, openWindow, seat, type Seated } from './browser.ts';
import { atOnce, printTimes, timeToShow } from './patience.ts';

/** A day of the table of West: prepared, published, run with five screens, closed, adopted and read back. */
describe('a meeting from an empty agenda to its minutes', () => {
  let app: TestApp;
  let secretary: Seated;
  let chair: Seated;
  let phone: Seated;
  let observer: Seated;
  let projector: Page;
  let meetingId = '';

  beforeAll(async () => {
    app = await openDemo();
    secretary = await seat(app, 'Secretaris tafel West');
    chair = await seat(app, 'Voorzitter tafel West');
    phone = await seat(app, 'Projectleider Zwartewaterland', { width: 390, height: 844 });
    observer = await seat(app, 'Waarnemer');
    const { table } = await secretary.api.run(
      '{ table(slug: "west-overijssel") { meetings(first: 30) { edges { node { id startsAt state items { id } } } } } }',
    );
    type Node = { id: string; startsAt: string; state: string; items: unknown[] };
    const empty = table.meetings.edges
      .map(({ node }: { node: Node }) => node)
      .filter(({ state, items }: Node) => state === 'DRAFT' && items.length === 0)
      .toSorted((one: Node, other: Node) => one.startsAt.localeCompare(other.startsAt));
    if (!empty[0]) throw new Error('The series has no empty meeting.');
    meetingId = empty[0].id;
  });
  afterAll(async () => {
    printTimes();
    await closeBrowser();
    await app.close();
  });

  const address = () => `/vergaderingen/${meetingId}`;
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const confirm = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();
  const items = async () =>
    (
      await secretary.api.run('query ($id: ID!) { meeting(id: $id) { items { id title proposedDecision } } }', {
        id: meetingId,
      })
    ).meeting.items as { id: string; title: string; proposedDecision: string }[];

  it('is prepared with fifteen items, with at most two presses for each', async () => {
    const { page } = secretary;
    let presses = 0;
    const act = async (doing: Promise<unknown>): Promise<void> => {
      presses += 1;
      await doing;
    };
    await page.goto(address());
    await act(press(page, 'Maak de eerste opzet'));
    await expect.poll(async () => (await items()).length, { timeout: 20_000 }).toBeGreaterThan(3);
    const settled = async (count: number): Promise<void> => {
      await page.getByRole('heading', { level: 2, name: `${count} punten`, exact: true }).waitFor();
      await page.waitForLoadState('networkidle');
    };
    for (let count = (await items()).length; count < 15;) {
      await settled(count);
      // By keyboard: what was just done is told in the corner, over the button.
      await act(page.getByRole('button', { name: /^Voeg een punt toe/ }).press('Enter'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Titel').fill(`Rondje langs de gemeenten, deel ${count}`);
      await act(dialog.getByRole('button', { name: 'Voeg toe', exact: true }).click());
      await dialog.waitFor({ state: 'hidden' });
      const before = count;
      await expect.poll(async () => (await items()).length, { timeout: 20_000 }).toBeGreaterThan(before);
      count = (await items()).length;
    }
    expect(presses).toBeLessThanOrEqual(30);
    expect((await page.getByText(/^Hierom:/).count()) + (await page.getByText('Vast punt').count())).toBeGreaterThan(3);
  });

  it('is published with a word of one’s own, and opens before the participant by itself', async () => {
    const { page } = secretary;
    await phone.page.goto('/tafels/west-overijssel');
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
    await press(page, /^Publiceer voor/);
    await page.getByRole('dialog').getByLabel('Bericht aan de deelnemers').fill('Lees vooral punt drie.');
    await confirm(page, /^Publiceer voor/);
    await page.getByText(/^De agenda staat open voor/).waitFor();
    await phone.page.goto(address());
    await phone.page.getByRole('heading', { level: 1, name: /^Agenda/ }).waitFor();
    await expect.poll(() => phone.page.getByText('Lees vooral punt drie.').count()).toBeGreaterThan(0);
  });

  it('stands in a calendar at the right hour, read by a strict parser', async () => {
    const { meeting } = await phone.api.run('query ($id: ID!) { meeting(id: $id) { startsAt endsAt calendarUrl } }', {
      id: meetingId,
    });
    const answer = await phone.context.request.get(new URL(meeting.calendarUrl, app.url).href);
    expect(answer.headers()['content-type']).toMatch(/^text\/calendar/);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate().toISOString()).toBe(new Date(meeting.startsAt).toISOString());
    expect(event.endDate.toJSDate().toISOString()).toBe(new Date(meeting.endsAt).toISOString());
    const hour = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
    expect(hour.format(event.startDate.toJSDate())).toBe('13:30');
    expect(event.uid).toMatch(/^meeting-.+@/);
  });

  it('runs on five screens: whoever looks sees what is current', async () => {
    for (const { page } of [chair, phone, observer, secretary]) await page.goto(address());
    const window = await openWindow(app);
    await window.addCookies(await chair.context.cookies());
    projector = await window.newPage();
    await projector.goto(`${address()}/scherm`);
    await projector.getByRole('heading', { level: 1 }).waitFor();
    await chair.page.getByRole('button', { name: 'Meer', exact: true }).click();
    const clock = (page: Page) => page.getByRole('timer', { name: 'Tijd voor dit punt' });
    const started = clock(phone.page);
    await timeToShow('Started, on the phone', started, () =>
      chair.page.getByRole('menuitem', { name: /^Begin de vergadering/ }).click(),
    );
    const [, second, third] = await items();
    if (!second || !third) throw new Error('The agenda has too few items.');
    await chair.page.getByRole('button', { name: /^Volgend punt/ }).waitFor();
    for (const { page } of [secretary, phone, observer]) await clock(page).waitFor();
    const heading = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title, exact: true });
    for (const next of [second, third]) {
      const screens = [chair.page, secretary.page, phone.page, observer.page, projector];
      const times = screens.map((page, index) =>
        timeToShow(`Next item, screen ${index + 1}`, heading(page, next.title), async () => undefined),
      );
      await chair.page.getByRole('button', { name: /^Volgend punt/ }).click();
      for (const time of await Promise.all(times)) expect(time).toBeLessThan(atOnce);
    }
  });

  it('lets anybody look elsewhere and come back with one key', async () => {
    const { page } = phone;
    await page
      .getByRole('link', { name: (await items())[0]?.title ?? '' })
      .first()
      .click();
    await page.getByText('Je kijkt naar punt 1; de tafel is bij punt 3.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: (await items())[2]?.title ?? '', exact: true }).waitFor();
    expect(await page.getByText(/^Je kijkt naar punt/).count()).toBe(0);
  });

  it('takes decision and action with one key each, and the action is at once in its owner’s list', async () => {
    const { page } = secretary;
    const block = page.getByRole('group', { name: /^Leg een uitkomst vast/ });
    await block.getByRole('button').nth(1).focus();
    await page.keyboard.press('w');
    const decision = 'De tafel vraagt de netbeheerder om een planning per fase.';
    await block.getByRole('textbox').first().fill(decision);
    await timeToShow('Decision, on the phone', phone.page.getByText(decision), () =>
      block.getByRole('button', { name: /^(Leg het besluit vast|Neem gewijzigd aan)/ }).click(),
    );
    await block.getByRole('button', { name: /^A Actie/ }).focus();
    await page.keyboard.press('a');
    await block.getByLabel('Wat gebeurt er?').fill('Planning per fase aanleveren');
    await block.getByRole('combobox', { name: 'Wie doet het?' }).fill('Zwartewater');
    await page.getByRole('option', { name: /Projectleider Zwartewaterland/ }).click();
    await block.getByRole('button', { name: 'over 2 weken' }).click();
    await block.getByRole('button', { name: /^Voeg de actie toe/ }).click();
    const { actions } = await phone.api.run(
      '{ actions(filter: { mine: true, text: "Planning per fase" }) { totalCount } }',
    );
    await expect
      .poll(
        async () =>
          actions.totalCount ||
          (await phone.api.run('{ actions(filter: { mine: true, text: "Planning per fase" }) { totalCount } }')).actions
            .totalCount,
      )
      .toBe(1);
    await page.getByText('Planning per fase aanleveren').first().waitFor();
    await page.keyboard.press('Escape');
    // Letters do nothing while the focus is elsewhere.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('i');
    expect(await page.getByText('Ter kennis genomen').count()).toBe(0);
  });

  it('knows who is there, late ones too, and another takes the lead in one step', async () => {
    await phone.page.getByRole('button', { name: 'Ik doe online mee' }).click();
    await expect
      .poll(
        async () =>
          (
            await secretary.api.run(
              'query ($id: ID!) { meeting(id: $id) { attendance { presence person { name } } } }',
              { id: meetingId },
            )
          ).meeting.attendance,
      )
      .toContainEqual({ presence: 'ONLINE', person: { name: 'Projectleider Zwartewaterland' } });
    await press(secretary.page, 'Neem de leiding over');
    await secretary.page.getByRole('button', { name: /^Volgend punt/ }).waitFor();
    await chair.page.getByText(/Secretaris tafel West leidt de vergadering/).waitFor();
    await press(secretary.page, '+5 min');
    await press(secretary.page, 'Pauze');
    await projector.getByText('pauze', { exact: true }).waitFor();
    await press(secretary.page, 'Ga verder');
  });

  it('ends with minutes in draft; what was not reached goes on at the next meeting', async () => {
    const { page } = secretary;
    await press(page, 'Meer voor wie leidt');
    await page.getByRole('menuitem', { name: 'Sluit de vergadering' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(/niet aan bod geweest/).waitFor();
    await dialog.getByRole('button', { name: 'Sluit de vergadering' }).click();
    await page.getByText(/het conceptverslag staat klaar/).waitFor();
    await projector.getByRole('heading', { name: 'De vergadering is gesloten' }).waitFor();
    await page.goto(`${address()}/verslag`);
    await page.getByRole('heading', { level: 1, name: /^Verslag/ }).waitFor();
    await page.getByText('De tafel vraagt de netbeheerder om een planning per fase.').first().waitFor();
    const { meeting } = await secretary.api.run('query ($id: ID!) { meeting(id: $id) { state } }', { id: meetingId });
    expect(meeting.state).toBe('CLOSED');
  });

  it('is read, remarked on, adopted in writing and published', async () => {
    const { page } = secretary;
    await press(page, 'Leg voor aan de deelnemers');
    await page.getByText(/Concept, reageren kan tot/).waitFor();
    await phone.page.goto(`${address()}/verslag`);
    await press(phone.page, 'Opmerking bij het geheel');
    await phone.page.getByRole('dialog').getByRole('textbox').fill('De datum van het overleg ontbreekt.');
    await timeToShow('Remark, at the secretary', page.getByText('De datum van het overleg ontbreekt.'), () =>
      confirm(phone.page, 'Stuur naar de secretaris'),
    );
    await page.getByRole('button', { name: /^Overgenomen/ }).click();
    await press(page, 'Stel vast');
    await page.getByRole('radio', { name: /^Schriftelijk/ }).check();
    await confirm(page, 'Stel vast');
    await page.getByText(/Vastgesteld op/).waitFor();
    await page.getByText(/[0-9a-f]{64}/).waitFor();
    await press(page, 'Publiceer het verslag');
    await page.getByText('Vastgesteld en gepubliceerd').waitFor();
    const { meeting } = await phone.api.run('query ($id: ID!) { meeting(id: $id) { state minutes { state } } }', {
      id: meetingId,
    });
    expect(meeting).toEqual({ state: 'MINUTES_ADOPTED', minutes: { state: 'PUBLISHED' } });
  });

  it('is read back as PDF and Word, with every decision and action', async () => {
    const { meeting } = await secretary.api.run(
      'query ($id: ID!) { meeting(id: $id) { documents { kind format url } } }',
      { id: meetingId },
    );
    const fetched = async (format: string) => {
      const { url } = meeting.documents.find(
        (one: { kind: string; format: string }) => one.kind === 'MINUTES' && one.format === format,
      );
      return new Uint8Array(await (await secretary.context.request.get(new URL(url, app.url).href)).body());
    };
    const pdf = await readPdf(await fetched('PDF'));
    expect(pdf.language).toMatch(/^nl/);
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'Table', 'TH']));
    const word = new TextDecoder().decode(unzipSync(await fetched('DOCX'))['word/document.xml']);
    for (const text of ['De tafel vraagt de netbeheerder om een planning per fase.', 'Planning per fase aanleveren']) {
      expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(text);
      expect(word.replaceAll(/<[^>]+>/g, '')).toContain(text);
    }
    for (const person of [secretary, chair, phone, observer]) expect(person.complaints).toEqual([]);
  });
});
