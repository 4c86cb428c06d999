import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { type CuttableLine, layLine } from './cuttable-line.ts';
import { logCase } from './log-case.ts';
import { type Overheard, overhear } from './overheard.ts';
import { proving } from './patience.ts';

/** How long the line is away. It takes three seconds before the page calls it that. */
const away = proving ? 10_000 : 3_500;

const triage = `mutation ($input: TriageBottleneckInput!) { triageBottleneck(input: $input) { bottleneck { id } problems { code } } }`;

describe('the line is cut in the middle', () => {
  let app: TestApp;
  let line: CuttableLine;
  let lead: Seated;
  let secretary: Seated;
  let heard: Overheard;
  let tableId: string;

  beforeAll(async () => {
    app = await openDemo();
    line = await layLine(app);
    lead = await seat(app, 'Projectleider Zwartewaterland');
    secretary = await seat(app, 'Secretaris tafel West', { through: line.url });
    tableId = (await lead.api.run('{ table(slug: "west-overijssel") { id } }')).table.id;
    heard = overhear(secretary.page);
    await secretary.page.goto('/knelpunten?tafel=west-overijssel');
    await live(secretary).waitFor();
    await secretary.page.evaluate('window.neverLoadedAgain = true');
  });
  afterAll(async () => {
    await closeBrowser();
    await line.close();
    await app.close();
  });

  const live = ({ page }: Seated) => page.getByRole('status').filter({ hasText: /^Live$/ });
  const logged = (title: string) => logCase(lead.api, { title, project: 'Buitenkwartier' });
  const rows = async ({ page }: Seated) => (await page.getByRole('row').getByRole('link').allInnerTexts()).toSorted();
  /** What really happened on the table, in order, as far as the secretary may see it: all of it, here. */
  const happened = async (since: number) => {
    const found = await app.platform.database
      .fork()
      .execute<{ id: string }[]>(
        `select 'Event_' || id as id from event where stream_kind = 'table' and stream_id = ? order by number offset ?`,
        [tableId.slice(tableId.lastIndexOf('_') + 1), since],
      );
    return found.map(({ id }) => id);
  };

  it.each(['sockets', 'everything'] as const)(
    '%s: says so, loses nothing, doubles nothing, and catches up by itself',
    async (what) => {
      const { page } = secretary;
      const before = (await happened(0)).length - heard.eventsOf(tableId).length;
      await logged(`Vóór de snede, ${what}`);
      await page.getByRole('link', { name: `Vóór de snede, ${what}` }).waitFor();
      const sockets = heard.sockets();

      line.cut(what);
      const cutAt = performance.now();
      const first = await logged(`Eerste in de tunnel, ${what}`);
      const changes = [
        () => logged(`Tweede in de tunnel, ${what}`),
        () => secretary.api.run(triage, { input: { bottleneckId: first.id, expectedVersion: first.version } }),
        () => logged(`Derde in de tunnel, ${what}`),
      ];
      for (const change of changes) await change();
      await page.getByText('Geen verbinding sinds').waitFor();
      expect(await page.getByRole('status').filter({ hasText: 'Geen verbinding' }).count()).toBeGreaterThan(0);
      // What stood there stands there: one works on with what one has.
      expect(await page.getByRole('link', { name: `Vóór de snede, ${what}` }).count()).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, away - (performance.now() - cutAt))));
      line.mend();

      // Three were logged by another; the fourth change is the secretary's own.
      await page.getByText('Weer verbonden.').waitFor({ timeout: 40_000 });
      await page.getByText('3 van anderen bijgewerkt.').waitFor();
      for (const title of ['Eerste', 'Tweede', 'Derde'])
        await page.getByRole('link', { name: `${title} in de tunnel, ${what}` }).waitFor();
      await logged(`Na de snede, ${what}`);
      await page.getByRole('link', { name: `Na de snede, ${what}` }).waitFor();

      expect(heard.eventsOf(tableId)).toEqual(await happened(before));
      expect(heard.sockets()).toBeGreaterThan(sockets);
      expect(await page.evaluate('window.neverLoadedAgain')).toBe(true);
      const fresh = await seat(app, 'Secretaris tafel West');
      await fresh.page.goto('/knelpunten?tafel=west-overijssel');
      await fresh.page.getByRole('link', { name: `Na de snede, ${what}` }).waitFor();
      await expect.poll(() => rows(secretary), { timeout: 10_000 }).toEqual(await rows(fresh));
      await fresh.context.close();
    },
  );
});
