import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { logCase } from './log-case.ts';

const caseTitle = 'De brug naar de wijk draagt het bouwverkeer niet';
const noteTitle = 'Bouwverkeer over een zwakke brug: zo kan het wel';
const lesson = 'Vraag de constructeur om een tijdelijke ontlastbrug voordat je de route vastlegt.';

describe('what one table learned helps the next', () => {
  let app: TestApp;
  let secretary: Seated;
  let ommen: Seated;
  let number = '';
  let slug = '';

  beforeAll(async () => {
    app = await openDemo();
    const lead = await seat(app, 'Projectleider Zwartewaterland');
    secretary = await seat(app, 'Secretaris tafel West');
    ommen = await seat(app, 'Beleidsadviseur Ommen');
    const logged = await logCase(lead.api, { title: caseTitle, project: 'Buitenkwartier' });
    number = logged.number;
    await lead.api.run(
      'mutation ($input: EditBottleneckInput!) { editBottleneck(input: $input) { problems { message } } }',
      {
        input: {
          bottleneckId: logged.id,
          expectedVersion: logged.version,
          description: 'De brug is voor twaalf ton. Vrachtwagens wegen veertig.',
          triedSoFar: 'Omrijden over het dorp: de buurt is tegen.',
        },
      },
    );
    await lead.api.run(
      'mutation ($input: BottleneckVersionInput!) { submitBottleneck(input: $input) { problems { message } } }',
      { input: { bottleneckId: logged.id, expectedVersion: logged.version + 1 } },
    );
    const { bottleneck } = await secretary.api.run(
      'query ($number: String!) { bottleneck(number: $number) { id version state } }',
      { number },
    );
    const taken = await secretary.api.run(
      'mutation ($input: TriageBottleneckInput!) { triageBottleneck(input: $input) { bottleneck { version state } problems { message } } }',
      { input: { bottleneckId: bottleneck.id, expectedVersion: bottleneck.version } },
    );
    await secretary.api.run(
      'mutation ($input: BottleneckVersionInput!) { startBottleneck(input: $input) { problems { message } } }',
      { input: { bottleneckId: bottleneck.id, expectedVersion: taken.triageBottleneck.bottleneck.version } },
    );
    await lead.context.close();
  });
  afterAll(async () => {
    await closeBrowser();
    await app.close();
  });

  const button = ({ page }: Seated, name: string | RegExp) => page.getByRole('button', { name }).first();

  it('is asked in one question when the case is resolved, and the message leads to the draft', async () => {
    const { page } = secretary;
    await page.goto(`/knelpunten/${number}`);
    await page.getByRole('heading', { level: 1, name: caseTitle }).waitFor();
    await button(secretary, 'Los op').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wat heeft het opgelost?').fill('Een ontlastbrug over de oude brug.');
    await dialog.getByLabel('Wat zou de volgende helpen?').fill(lesson);
    await dialog.getByRole('button', { name: 'Los op', exact: true }).click();
    await button(secretary, 'Naar de conceptnotitie').click();
    await page.getByRole('heading', { level: 1, name: caseTitle }).waitFor();
    await page.getByText(lesson).waitFor();
    await page.getByText('Omrijden over het dorp: de buurt is tegen.').waitFor();
    await page.getByRole('row').filter({ hasText: number }).getByText('Gelukt').waitFor();
    slug = new URL(page.url()).pathname;
    expect(slug).toMatch(/^\/kennis\/de-brug/);
  });

  it('is completed by who drafted it, and asked to be opened to all once no name can be recognised', async () => {
    const { page } = secretary;
    await button(secretary, 'Meer acties').click();
    await page.getByRole('menuitem', { name: 'Bewerk' }).click();
    await page.getByLabel('Titel', { exact: true }).fill(noteTitle);
    await page.getByLabel('Trefwoorden').fill('ontlastbrug, bouwverkeer');
    await page.getByRole('radio', { name: /^Heel Overijssel/ }).check();
    await button(secretary, /^Bewaar/).click();
    await page.getByRole('heading', { level: 1, name: noteTitle }).waitFor();
    // It came from a case that is not public: a validator has to agree before the other region reads it.
    await page.getByText(/^Heel Overijssel leest deze notitie zodra iemand anders haar valideert/).waitFor();
    await page.goto(`/knelpunten/${number}`);
    const notes = page.getByRole('region', { name: 'Notities' });
    await notes.getByRole('link', { name: noteTitle }).waitFor();
    expect(await notes.getByText('uit dit knelpunt gemaakt').count()).toBe(1);
  });

  it('is found by another through search, and applied to a case of their own', async () => {
    const own = await logCase(ommen.api, { title: 'De sluisbrug is te smal voor betonwagens', project: 'Hazelkamp' });
    await app.platform.streams.drain();
    const { page } = ommen;
    await page.goto('/zoeken?q=ontlastbrug');
    await page.getByRole('link', { name: noteTitle }).first().click();
    await page.getByRole('heading', { level: 1, name: noteTitle }).waitFor();
    await button(ommen, 'Pas toe op mijn knelpunt').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill(own.number);
    await page.getByRole('option', { name: new RegExp(own.number) }).click();
    await dialog.getByRole('radio', { name: 'gelukt', exact: true }).check();
    await dialog.getByRole('button', { name: 'Koppel', exact: true }).click();
    await page.getByRole('row').filter({ hasText: own.number }).getByText('Gelukt').waitFor();
    expect([secretary, ommen].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
