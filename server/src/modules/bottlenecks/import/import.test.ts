import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { codesOf, countsIn, ImportStory } from '../../../../testing/import-story.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;
let story: ImportStory;

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  story = new ImportStory(cast);
});
afterAll(() => cast.app.close());

const head = 'Titel;Project;Thema;Woningen;Deadline;Status;Eigenaar;Opmerking';

describe('bringing in a list', () => {
  test('reads, tries out, confirms, applies and tells it on the timeline', async () => {
    const tried = await story.tryOut(
      'lijst.csv',
      `${head}\nGeen stroom voor de wijk;De Zandpol;Netcongestie;ca. 120 won.;3 dec. 2026;in behandeling;Fenna;Van de lijst\n`,
    );
    expect(tried).toMatchObject({ state: 'READY', done: 1, total: 1, guessCount: 1, headerRow: 1 });
    expect(countsIn(tried)).toEqual({ NEW: 1 });
    const [row] = await story.rows(tried.id);
    expect(
      row.cells.map((cell: { field: string; state: string; value: string }) => [cell.field, cell.state, cell.value]),
    ).toEqual([
      ['TITLE', 'TAKEN', 'Geen stroom voor de wijk'],
      ['PROJECT', 'TAKEN', 'De Zandpol'],
      ['THEME', 'TAKEN', 'Netcongestie'],
      ['HOMES_BLOCKED', 'GUESSED', '120'],
      ['DUE_ON', 'TAKEN', '3 december 2026'],
      ['STATE', 'TAKEN', 'In behandeling'],
      ['OWNER', 'TAKEN', 'Fenna'],
      ['REMARK', 'TAKEN', 'Van de lijst'],
    ]);
    expect(codesOf(await story.step('applyImport', tried))).toEqual([['GUESSES_NOT_CONFIRMED', 'input.importId']]);
    const applied = await story.apply(tried);
    expect(applied.problems).toEqual([]);
    expect(applied.import).toMatchObject({ state: 'APPLIED' });
    const [done] = await story.rows(tried.id);
    const asked = await cast.as('secretary').run(
      `query ($number: String!) { bottleneck(number: $number) { title homesBlocked dueOn state owner { name } themes { code }
        timeline { edges { node { type subjects { id } changes { field before after } } } } } }`,
      { number: done.bottleneck.number },
    );
    expect(asked.bottleneck).toMatchObject({
      homesBlocked: 120,
      dueOn: '2026-12-03',
      state: 'IN_PROGRESS',
      owner: { name: 'Fenna' },
    });
    expect(asked.bottleneck.timeline.edges[0].node).toMatchObject({
      type: 'BOTTLENECKS_IMPORTED',
      changes: [
        { field: 'dueOn', before: null, after: '2026-12-03' },
        { field: 'state', before: null, after: 'IN_PROGRESS' },
        { field: 'owner', before: null, after: 'Fenna' },
        { field: 'remark', before: null, after: 'Van de lijst' },
      ],
    });
  });
});
