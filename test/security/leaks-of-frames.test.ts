import type { Following } from '@versnellingstafel/server/testing/graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId, tableId } from './demo-people.ts';
import { hideThings, type HiddenThings, openWorld, secretWords, type World } from './hidden-world.ts';
import { mutationCases } from './mutation-cases.ts';
import { mutationsOf, operationOf } from './mutation-operation.ts';

const event =
  '__typename ... on StreamChange { event { type remark actor { name } subjects { __typename } changes { field before after } } }';
const streams = {
  table: {
    cursor: 'query ($id: ID!) { at: tableCursor(tableId: $id) }',
    follow: `subscription ($id: ID!, $after: String) { frame: tableEvents(tableId: $id, after: $after) { ${event} } }`,
  },
  knowledge: {
    cursor: '{ at: knowledgeCursor }',
    follow: `subscription ($after: String) { frame: knowledgeEvents(after: $after) { ${event} } }`,
  },
  inbox: {
    cursor: '{ at: inboxCursor }',
    follow: `subscription ($after: String) { frame: inboxEvents(after: $after) { ${event} } }`,
  },
} as const;
type Stream = keyof typeof streams;

/** Who listens to what; none of them may see what is hidden in the west. */
const listeners: readonly (readonly [who: string, stream: Stream])[] = [
  ['observer', 'table'],
  ['developer', 'table'],
  ['lead-kampen', 'table'],
  ['lead-raalte', 'table'],
  ['reader', 'knowledge'],
  ['lead-kampen', 'knowledge'],
  ['lead-kampen', 'inbox'],
  ['lead-raalte', 'inbox'],
];
const viewers = [...new Set(listeners.map(([who]) => who))];
const nowhere = 'ffffffff-0000-7000-8000-000000000000';

let plain: World;
let full: World;
let hidden: HiddenThings;
/** Where each listener was before anything was hidden. */
const places = new Map<World, string[]>();

async function cursorsOf({ people }: World): Promise<string[]> {
  const cursors: string[] = [];
  for (const [who, stream] of listeners) {
    const variables = stream === 'table' ? { id: tableId('west') } : {};
    cursors.push(((await (await people.as(who)).run(streams[stream].cursor, variables)) as { at: string }).at);
  }
  return cursors;
}

beforeAll(async () => {
  plain = await openWorld();
  full = await openWorld();
  for (const world of [plain, full]) places.set(world, await cursorsOf(world));
  hidden = await hideThings(full, 'West');
});
afterAll(async () => {
  for (const world of [plain, full]) {
    for (const who of viewers) await (await world.people.as(who)).disconnect();
    await world.app.close();
  }
});

/** What all of them may see: an open case is edited, one of Kampen and one of Raalte gets a next step, a note is written. */
async function actOpenly({ app, people }: World): Promise<void> {
  const em = app.database.fork();
  const secretary = await people.as('secretary-west');
  const assign = async (number: string) => {
    const [row] = await em.execute<{ id: string; version: number }[]>(
      'select id, version from bottleneck where number = ?',
      [number],
    );
    const input = {
      bottleneckId: `Bottleneck_${row?.id ?? ''}`,
      expectedVersion: row?.version ?? 0,
      nextStep: 'Samen kijken',
      leadId: personId('water-adviser'),
    };
    const { assignBottleneck } = await secretary.run(
      'mutation ($input: AssignBottleneckInput!) { assignBottleneck(input: $input) { problems { code } } }',
      { input },
    );
    expect(assignBottleneck.problems).toEqual([]);
  };
  await assign('KP-2026-029');
  await assign('KP-2026-006');
  const input = { title: 'Een openbare notitie', summary: 'In het kort', themeCodes: ['STIKSTOF'] };
  const { writeNote } = await (
    await people.as('policy-ommen')
  ).run('mutation ($input: WriteNoteInput!) { writeNote(input: $input) { problems { code } } }', { input });
  expect(writeNote.problems).toEqual([]);
}

describe('What people hear', () => {
  it('is the same as if nothing hidden had happened', async () => {
    const heard: unknown[][] = [];
    for (const world of [plain, full]) {
      await actOpenly(world);
      const followings: Following[] = [];
      for (const [index, [who, stream]] of listeners.entries()) {
        const variables = { after: places.get(world)?.[index], ...(stream === 'table' && { id: tableId('west') }) };
        followings.push((await world.people.as(who)).follow(streams[stream].follow, variables));
      }
      const frames: unknown[] = [];
      for (const [index, following] of followings.entries()) {
        const [who, stream] = listeners[index] ?? [];
        const first = await following.next();
        frames.push([who, stream, first, ...(stream === 'table' ? [await following.next()] : [])]);
        following.stop();
      }
      heard.push(frames);
    }
    expect(JSON.stringify(heard[0])).toContain('BOTTLENECK_ASSIGNED');
    expect(heard[1]).toEqual(heard[0]);
    expect(JSON.stringify(heard)).not.toMatch(new RegExp(secretWords.join('|'), 'i'));
  });
});

describe('A change of what is hidden', () => {
  it('is answered like one of what is not there', async () => {
    const byType = (type: string) => hidden.ids.filter((id) => id.startsWith(`${type}_`)).slice(0, 2);
    const named = /"(Bottleneck|KnowledgeNote|AgendaItem|Application)_[0-9a-f-]{36}"/g;
    const differing: string[] = [];
    let tried = 0;
    for (const one of await mutationCases(full.app)) {
      const mutation = mutationsOf(full.app.app.schema).find(({ name }) => name === one.mutation);
      const right = JSON.stringify(await one.variables().catch(() => ({})));
      const types = new Set([...right.matchAll(named)].map(([, type]) => type ?? ''));
      if (!mutation || types.size === 0) continue;
      for (const type of types) {
        const withId = (id: string) =>
          JSON.parse(right.replaceAll(new RegExp(`"${type}_[0-9a-f-]{36}"`, 'g'), `"${id}"`)) as Record<
            string,
            unknown
          >;
        for (const who of viewers) {
          const client = await full.people.as(who);
          const answer = async (id: string) => {
            const { status, data, errors } = await client.answer(operationOf(mutation), {
              ...withId(id),
              idempotencyKey: null,
            });
            return JSON.stringify({ status, data, errors });
          };
          const absent = await answer(`${type}_${nowhere}`);
          for (const id of byType(type)) {
            tried += 1;
            const found = await answer(id);
            if (found !== absent) differing.push(`${one.mutation} by ${who} of ${type}: ${found}, not ${absent}`);
          }
        }
      }
    }
    expect(differing).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });
});

describe('A closed part that is published', () => {
  it('shows to others as a place and a length, and tells nobody what was about it', async () => {
    const [row] = await full.app.database
      .fork()
      .execute<{ id: string; version: number }[]>(
        `select m.id, m.version from meeting m join acceleration_table t on t.id = m.table_id where t.slug = 'west-overijssel' and m.starts_at > ? order by m.starts_at limit 1`,
        [full.app.platform.now()],
      );
    const meetingId = `Meeting_${row?.id ?? ''}`;
    const publish = 'mutation ($input: MeetingVersionInput!) { publishAgenda(input: $input) { problems { code } } }';
    const { publishAgenda } = await (
      await full.people.as('secretary-west')
    ).run(publish, { input: { meetingId, expectedVersion: row?.version } });
    expect(publishAgenda.problems).toEqual([]);
    const read = `query ($id: ID!) { meeting(id: $id) { items { title purpose presenter { name } presenterText proposedDecision outcome closedPart homesWaiting subjects { __typename } } } }`;
    for (const who of ['observer', 'developer', 'lead-kampen']) {
      const { meeting } = await (await full.people.as(who)).run(read, { id: meetingId });
      expect(JSON.stringify(meeting), who).not.toMatch(new RegExp(secretWords.join('|'), 'i'));
      const closed = (meeting.items as { title: string }[]).filter(({ title }) => title === 'Besloten deel');
      expect(closed.length, who).toBeGreaterThan(0);
      for (const item of closed)
        expect(item).toEqual({
          title: 'Besloten deel',
          purpose: 'DISCUSS',
          presenter: null,
          presenterText: null,
          proposedDecision: '',
          outcome: '',
          closedPart: true,
          homesWaiting: 0,
          subjects: [],
        });
    }
    const { meeting } = await (await full.people.as('reader')).run(read, { id: meetingId });
    expect(meeting).toBeNull();
  });
});
