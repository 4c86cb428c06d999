import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { countsIn, ImportStory } from '../../../../testing/import-story.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ database: 'pglite', now: new Date('2026-11-25T10:00:00Z') }));
}, 60_000);
afterAll(() => cast.app.close());

test('a list comes in, goes out, comes back and is undone on the database of the demo too', async () => {
  const story = new ImportStory(cast);
  const there = await cast.bottleneck({ title: 'Het net is vol' });
  const body = `Knelpuntnummer;Titel;Project;Thema;Woningen;Volgende stap;Actiehouder
${there.number};Het net is voller;De Zandpol;Netcongestie;80;Bel Enexis;Team RO
;Een nieuw knelpunt;De Zandpol;;ca. 12;;
;Een fout project;De Zandpoll;;;;
`;
  const tried = await story.tryOut('lijst.csv', body);
  expect(countsIn(tried)).toEqual({ CHANGED: 1, NEW: 1, REFUSED: 1 });
  const applied = await story.apply(tried);
  expect(applied).toMatchObject({ problems: [], import: { state: 'APPLIED' } });
  const answer = await fetch(`${cast.app.url}/export/knelpunten.xlsx`, {
    headers: { cookie: cast.as('secretary').cookie },
  });
  const again = await story.tryOut('terug.xlsx', Buffer.from(await answer.arrayBuffer()));
  expect(countsIn(again)).toEqual({ UNCHANGED: 2 });
  const undone = await story.step('undoImport', applied.import);
  expect(undone).toMatchObject({ problems: [], import: { state: 'UNDONE', keptChanges: [] } });
}, 60_000);
