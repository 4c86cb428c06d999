import { afterAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../test-app.ts';

interface Row {
  slug: string;
  day: string;
  clock: string;
  state: string;
}

const apps: TestApp[] = [];
afterAll(() => Promise.all(apps.map((app) => app.close())));

async function meetingsOn(moment: string): Promise<Row[]> {
  const app = await testApp({ demoRegion: true, now: new Date(moment) });
  apps.push(app);
  await app.platform.jobs.run('series');
  return app.database.fork().execute<Row[]>(
    `select t.slug, m.state, to_char(m.starts_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as day,
       to_char(m.starts_at at time zone 'Europe/Amsterdam', 'HH24:MI') as clock
     from meeting m join acceleration_table t on t.id = m.table_id where t.slug in ('west-overijssel', 'twente') order by m.starts_at`,
  );
}
const daysOf = (rows: readonly Row[], table: string) => rows.filter(({ slug }) => slug === table).map(({ day }) => day);

describe('The series of the demo region', () => {
  it('is made ahead on the second and third Thursday, around the meetings that are told in full', async () => {
    const rows = await meetingsOn('2026-11-25T09:00:00Z');
    expect(daysOf(rows, 'west-overijssel')).toEqual([
      '2026-11-12',
      '2026-12-10',
      '2027-01-14',
      '2027-02-11',
      '2027-03-11',
      '2027-04-08',
      '2027-05-13',
    ]);
    expect(daysOf(rows, 'twente')).toEqual([
      '2026-11-19',
      '2026-12-17',
      '2027-01-21',
      '2027-02-18',
      '2027-03-18',
      '2027-04-15',
      '2027-05-20',
    ]);
    expect(new Set(rows.map(({ clock }) => clock))).toEqual(new Set(['13:30']));
  });

  // Loaded on these days the told meetings lie on other Thursdays, and some just before the one of the rhythm.
  it.each(['2027-01-18T09:00:00Z', '2027-02-08T09:00:00Z', '2027-07-26T07:00:00Z', '2028-02-28T09:00:00Z'])(
    'has one meeting a month, none in August, and the next is the one that is told (%s)',
    async (moment) => {
      const rows = await meetingsOn(moment);
      for (const table of ['west-overijssel', 'twente']) {
        const days = daysOf(rows, table);
        const ahead = days.filter((day) => day > moment.slice(0, 10));
        expect(ahead.length).toBeGreaterThanOrEqual(5);
        expect(new Set(ahead.map((day) => day.slice(0, 7))).size).toBe(ahead.length);
        expect(ahead.slice(1).some((day) => day.slice(5, 7) === '08')).toBe(false);
        const [next] = ahead;
        const weeksAhead = (Date.parse(String(next)) - Date.parse(moment.slice(0, 10))) / (7 * 86_400_000);
        // On the day of writing it is seventeen days away in the west, twenty-four in Twente.
        expect(weeksAhead).toBeGreaterThan(1.5);
      }
    },
  );
});
