import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { BottleneckWish } from '../../../testing/bottleneck-factory.ts';
import { type AnswerData, graphClient } from '../../../testing/graph-client.ts';
import { type MadeNote, makeNote } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const figures = 'noteReuse { worked partly failed notYet }';
const reading = `query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { author { organisation { name ${figures} } } themes { code ${figures} } } } }`;

let app: TestApp;
let cast: Cast;
let mine: MadeNote;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
  const { filer, civilOwner, stranger } = cast.people;
  const [grid, land] = [cast.theme('NETCONGESTIE'), cast.theme('GROND')];
  const note = (author: { id: string }, more: object = {}) =>
    makeNote(app, cast.make, { author, themes: [grid], ...more });
  const use = async (on: MadeNote, result: string, wish: Partial<BottleneckWish> = {}) => {
    const made = await cast.bottleneck({ confidentiality: 'PUBLIC', ...wish });
    await cast.make.insert('application', {
      note_id: on.id,
      bottleneck_id: made.id,
      result,
      applied_by_id: filer.id,
      applied_on: '2026-11-01',
    });
  };
  mine = await note(filer, { themes: [grid, land] });
  await use(mine, 'WORKED');
  await use(mine, 'PARTLY');
  await use(mine, 'FAILED', { confidentiality: 'REGIONAL' });
  await use(mine, 'WORKED', { confidentiality: 'CONFIDENTIAL' });
  // Of a colleague, and one that only its author and validators see.
  await use(await note(civilOwner), 'NOT_YET');
  await use(await note(filer, { confidentiality: 'CONFIDENTIAL' }), 'WORKED');
  await use(await note(stranger), 'WORKED');
});
afterAll(() => app.close());

const read = async (part: Part): Promise<AnswerData> => (await cast.as(part).run(reading, { id: mine.globalId })).node;
const none = { worked: 0, partly: 0, failed: 0, notYet: 0 };

describe('how often notes helped', () => {
  test('is counted for all notes of the organisation of their author', async () => {
    expect((await read('filer')).author.organisation).toEqual({
      name: 'Gemeente Kampen',
      noteReuse: { worked: 3, partly: 1, failed: 1, notYet: 1 },
    });
  });
  test('and for all notes about a theme', async () => {
    expect((await read('filer')).themes).toEqual([
      { code: 'NETCONGESTIE', noteReuse: { worked: 4, partly: 1, failed: 1, notYet: 1 } },
      { code: 'GROND', noteReuse: { worked: 2, partly: 1, failed: 1, notYet: 0 } },
    ]);
  });
  test.each([
    ['reader', { worked: 1, partly: 1, failed: 0, notYet: 1 }, { worked: 1, partly: 1, failed: 0, notYet: 0 }],
    ['participant', { worked: 2, partly: 1, failed: 1, notYet: 1 }, { worked: 2, partly: 1, failed: 1, notYet: 0 }],
    ['market', { worked: 1, partly: 1, failed: 1, notYet: 1 }, { worked: 1, partly: 1, failed: 1, notYet: 0 }],
  ] as const)('counts what the %s may see', async (part, ofOrganisation, ofLand) => {
    const seen = await read(part);
    expect(seen.author.organisation.noteReuse).toEqual(ofOrganisation);
    expect(seen.themes[1].noteReuse).toEqual(ofLand);
  });
  test('is nothing where no note was used', async () => {
    const { organisations } = await cast
      .as('reader')
      .run(`{ organisations(text: "Kampen") { edges { node { ${figures} } } } }`);
    expect(organisations.edges).toHaveLength(1);
    const other = await cast.make.organisation('Gemeente Leeg', 'MUNICIPALITY', cast.almelo);
    expect(other.id).not.toBe('');
    const empty = await cast.as('reader').run(`{ organisations(text: "Leeg") { edges { node { ${figures} } } } }`);
    expect(empty.organisations.edges).toEqual([{ node: { noteReuse: none } }]);
  });
  test('is told to nobody without a session', async () => {
    const { errors } = await (await graphClient(app, null)).answer(`{ themes { ${figures} } }`);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
  test('costs one statement for all organisations and one for all themes', async () => {
    const counted = async (first: number) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await cast
        .as('filer')
        .run(
          `query ($first: Int!) { themes { ${figures} } notes(first: $first) { edges { node { author { organisation { ${figures} } } } } } }`,
          { first },
        );
      return app.takeStatements().filter((sql) => sql.includes('application a')).length;
    };
    expect(await counted(50)).toBe(2);
    expect(await counted(1)).toBe(2);
  });
});
