import { readFile } from 'node:fs/promises';
import { messyList } from '@versnellingstafel/server/testing/messy-list';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { note, printTimes } from './patience.ts';

const count = 2_000;
const listed = `{ projects(filter: { kind: DEMO_FICTIONAL }, first: 100) { edges { node { name planNumber municipality { name region { code } } } } } }`;

describe('the list that the secretary kept for years', () => {
  let app: TestApp;
  let secretary: Seated;
  let list: Awaited<ReturnType<typeof messyList>>;
  /** What a server does by itself: tests have it done when they want. */
  let working: NodeJS.Timeout;
  let brought = 0;

  const page = () => secretary.page;
  const press = (name: string | RegExp) => page().getByRole('button', { name }).click();
  const rowsOf = (kind: string) =>
    page()
      .getByRole('navigation', { name: 'Rijen van de proef' })
      .getByRole('link', { name: new RegExp(`^${kind}`) });
  const countOf = async (kind: string) => Number((await rowsOf(kind).innerText()).replace(/\D/g, ''));

  /** Hands a file over, and waits until its columns are read. */
  async function handOver(name: string, buffer: Buffer): Promise<void> {
    await page().goto('/knelpunten/importeer?tafel=west-overijssel');
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page().getByLabel('Kies een bestand').setInputFiles({ name, mimeType, buffer });
    await page().getByRole('button', { name: 'Doe een proef' }).waitFor();
  }
  async function tryOut(): Promise<void> {
    await press('Doe een proef');
    await rowsOf('Nieuw').waitFor();
  }

  beforeAll(async () => {
    app = await openDemo();
    secretary = await seat(app, 'Secretaris tafel West');
    const { projects } = await secretary.api.run(listed);
    const inWest = (
      projects.edges as {
        node: { name: string; planNumber: string; municipality: { name: string; region: { code: string } } };
      }[]
    )
      .map(({ node }) => node)
      .filter(({ municipality }) => municipality.region.code === 'WEST_OVERIJSSEL')
      .map(({ name, planNumber, municipality }) => ({ name, planNumber, municipality: municipality.name }));
    list = await messyList(count, inWest, { people: ['Projectleider Kampen', 'Team RO'] });
    working = setInterval(() => void app.platform.jobs.run('imports'), 250);
  });
  afterAll(async () => {
    clearInterval(working);
    printTimes();
    await closeBrowser();
    await app.close();
  });

  it('is read with its headings on the third row, and every column has a proposal', async () => {
    await handOver('Knelpuntenlijst West.xlsx', list.file);
    expect(await page().getByLabel('Rij met kolomnamen', { exact: false }).inputValue()).toBe('3');
    const fields = page()
      .getByRole('row')
      .filter({ has: page().getByRole('combobox') });
    await expect.poll(() => fields.filter({ hasText: 'Voorgesteld' }).count()).toBeGreaterThanOrEqual(9);
    expect(await fields.filter({ hasText: 'Aantal won.' }).getByRole('combobox').inputValue()).toBe('HOMES_BLOCKED');
  });

  it('is tried out: what becomes of each row is told, and nothing has changed', async () => {
    const began = performance.now();
    await tryOut();
    note(`A trial run of ${count} rows`, performance.now() - began);
    const of = (kind: string) => list.expected.filter((row) => row.kind === kind).length;
    expect([await countOf('Nieuw'), await countOf('Geweigerd')]).toEqual([of('NEW'), of('REFUSED')]);
    const { bottlenecks } = await secretary.api.run(
      '{ bottlenecks(filter: { text: "Geen ontsluiting" }) { totalCount } }',
    );
    expect(bottlenecks.totalCount).toBe(0);
  });

  it('is put right where it stands: an impossible date, typed again', async () => {
    const before = await countOf('Geweigerd');
    const cell = page().locator('[data-refused]').filter({ hasText: '31-02-2026' }).first();
    while ((await cell.count()) === 0) await press('Toon meer');
    await cell.getByRole('button', { name: /^Pas .* aan$/ }).click();
    const field = page().getByRole('textbox', { name: /, rij \d+/ });
    await field.fill('28-02-2026');
    await field.press('Enter');
    await expect.poll(() => countOf('Geweigerd')).toBe(before - 1);
  });

  it('is taken over at once, after what was guessed was looked at', async () => {
    await press('Ze kloppen');
    await page().getByText('De schattingen zijn bevestigd').waitFor();
    brought = await countOf('Nieuw');
    const began = performance.now();
    await press('Neem over');
    await page()
      .getByText(/^Overgenomen: .* nieuw/)
      .first()
      .waitFor();
    note(`Taking over ${brought} rows`, performance.now() - began);
    const { bottlenecks } = await secretary.api.run('{ bottlenecks(filter: { text: "bij" }) { totalCount } }');
    expect(bottlenecks.totalCount).toBeGreaterThanOrEqual(brought);
  });

  it('stands in the list, and what is exported there comes back as it is', async () => {
    await page().getByRole('link', { name: 'Bekijk ze in de lijst' }).click();
    await page().getByRole('heading', { level: 1, name: 'Knelpunten' }).waitFor();
    await page().getByRole('row').nth(20).waitFor();
    await press('Meer met deze lijst');
    const [download] = await Promise.all([
      page().waitForEvent('download'),
      page().getByRole('menuitem', { name: 'Exporteer als Excel' }).click(),
    ]);
    await handOver('export.xlsx', await readFile(await download.path()));
    await press('Doe een proef');
    await page().getByText('Er is niets om over te nemen: geen rij is nieuw of anders.').waitFor();
    expect([await countOf('Nieuw'), await countOf('Gewijzigd'), await countOf('Geweigerd')]).toEqual([0, 0, 0]);
    expect(await countOf('Ongewijzigd')).toBeGreaterThanOrEqual(brought);
    expect(secretary.complaints).toEqual([]);
  });
});
