import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { makeNote, type NoteWish } from '@versnellingstafel/server/testing/note-factory';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId, tableId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import { type Persona, personas, type Right, RightsMatrix } from './rights-matrix.ts';

const author: Persona = 'lead-deventer';
const leaders: readonly Persona[] = ['chair-west', 'secretary-west'];
const west: readonly Persona[] = [
  'observer',
  'developer',
  'lead-raalte',
  'lead-zwartewaterland',
  'lead-deventer',
  'water-adviser',
  'chair-west',
  'secretary-west',
  'validator',
];
/** Members of the table and of those above it. */
const westAndAbove: readonly Persona[] = [...west, 'deputy', 'coordinator', 'knowledge-editor'];

let app: TestApp;
let matrix: RightsMatrix;
let count = 0;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  matrix = new RightsMatrix(app);
});
afterAll(() => app.close());

async function note(wish: Partial<NoteWish> = {}) {
  const { globalId } = await makeNote(app, matrix.make, {
    author: { id: demoId('person', author) },
    title: `Notitie ${(count += 1)}`,
    status: 'DRAFT',
    themes: [{ id: demoId('theme', 'STIKSTOF') }],
    ...wish,
  });
  return { noteId: globalId, expectedVersion: 1 };
}

/** A meeting of the west on a day of its own, with an item on its agenda. */
async function meeting(published: boolean) {
  const startsAt = new Date(demoNow.getTime() + (60 + (count += 1)) * 86_400_000);
  const item = crypto.randomUUID();
  const agenda = [
    {
      id: item,
      position: 1,
      title: 'Een punt',
      purpose: 'DISCUSS',
      minutes: 10,
      presenterId: null,
      presenterText: null,
      proposedDecision: '',
      closedPart: false,
      subjects: [],
    },
  ];
  const day = startsAt.toISOString().slice(0, 10);
  const { id } = await matrix.make.insert('meeting', {
    table_id: demoId('table', 'west'),
    state: published ? 'PUBLISHED' : 'DRAFT',
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + 7_200_000),
    location: 'Stadhuis',
    submit_by: day,
    papers_by: day,
    minutes_by: day,
    published_at: published ? demoNow : null,
    published_version: published ? 1 : null,
    published_agenda: published ? JSON.stringify(agenda) : null,
    updated_at: demoNow,
    updated_by_id: demoId('person', 'secretary-west'),
  });
  await matrix.make.insert('agenda_item', {
    id: item,
    meeting_id: id,
    position: 1,
    title: 'Een punt',
    purpose: 'DISCUSS',
    minutes: 10,
    closed_part: false,
  });
  return { meetingId: `Meeting_${id}`, itemId: `AgendaItem_${item}`, expectedVersion: 1 };
}

async function paperOf({ meetingId, itemId }: { meetingId: string; itemId: string }) {
  const { id } = await matrix.make.insert('paper', {
    meeting_id: meetingId.replace('Meeting_', ''),
    agenda_item_id: itemId.replace('AgendaItem_', ''),
    title: 'Een stuk',
    url: 'https://example.org/stuk',
    added_by_id: demoId('person', 'secretary-west'),
    added_at: demoNow,
  });
  return { paperId: `Paper_${id}` };
}

/** An hour in which nobody meets. */
function nextFreeHour() {
  const startsAt = new Date(demoNow.getTime() + (800 + (count += 1)) * 86_400_000);
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() };
}

async function cancelledOf({ meetingId, expectedVersion }: { meetingId: string; expectedVersion: number }) {
  await app.database
    .fork()
    .execute(`update meeting set cancelled_state = state, state = 'CANCELLED', cancelled_at = ? where id = ?`, [
      demoNow,
      meetingId.replace('Meeting_', ''),
    ]);
  return { meetingId, expectedVersion };
}

describe('A note', () => {
  it('is written by who has a role or a place; an observer and a reader only read', async () => {
    const allowed = personas.filter((who) => !['observer', 'reader'].includes(who));
    const input = () =>
      Promise.resolve({ title: `Een notitie ${(count += 1)}`, summary: 'In het kort', themeCodes: ['STIKSTOF'] });
    expect(await matrix.surprises({ mutation: 'writeNote', allowed, sees: personas, input })).toEqual([]);
  });

  it('is edited and archived by its author and by knowledge editors', async () => {
    const rights: Right[] = [
      {
        mutation: 'editNote',
        allowed: [author, 'knowledge-editor'],
        sees: personas,
        input: async () => ({ ...(await note()), title: 'Beter gezegd' }),
      },
      { mutation: 'archiveNote', allowed: [author, 'knowledge-editor'], sees: personas, input: () => note() },
    ];
    for (const right of rights) expect(await matrix.surprises(right)).toEqual([]);
  });

  it('is validated by a validator who did not write it', async () => {
    const own = { author: { id: demoId('person', 'validator') } };
    const input = async (wish: Partial<NoteWish> = {}) => ({ ...(await note(wish)), reviewBy: '2027-06-01' });
    expect(
      await matrix.surprises({
        mutation: 'validateNote',
        allowed: ['validator'],
        sees: personas,
        input: () => input(),
      }),
    ).toEqual([]);
    expect(
      await matrix.surprises({
        mutation: 'validateNote',
        what: 'one’s own',
        allowed: [],
        sees: personas,
        input: () => input(own),
      }),
    ).toEqual([]);
  });

  it('that is confidential is there for its author and validators alone', async () => {
    const sees: readonly Persona[] = [author, 'validator'];
    const input = async () => ({ ...(await note({ confidentiality: 'CONFIDENTIAL' })), title: 'Beter gezegd' });
    expect(
      await matrix.surprises({ mutation: 'editNote', what: 'confidential', allowed: [author], sees, input }),
    ).toEqual([]);
  });

  it('that is regional is not there for the other region', async () => {
    const region = { id: demoId('region', 'WEST_OVERIJSSEL') };
    const sees: readonly Persona[] = [...west, 'civil-deventer', 'alderman-deventer'];
    const input = () => note({ confidentiality: 'REGIONAL', region });
    expect(
      await matrix.surprises({ mutation: 'archiveNote', what: 'regional', allowed: [author], sees, input }),
    ).toEqual([]);
  });
});

describe('A meeting', () => {
  const changes: readonly (readonly [
    mutation: string,
    input: (made: Awaited<ReturnType<typeof meeting>>) => Record<string, unknown> | Promise<Record<string, unknown>>,
  ])[] = [
    ['publishAgenda', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion })],
    ['addAgendaItem', ({ meetingId }) => ({ meetingId, title: 'Nog een punt' })],
    ['editAgendaItem', ({ itemId, expectedVersion }) => ({ itemId, expectedVersion, title: 'Anders' })],
    ['moveAgendaItem', ({ itemId, expectedVersion }) => ({ itemId, expectedVersion, position: 1 })],
    ['removeAgendaItem', ({ itemId, expectedVersion }) => ({ itemId, expectedVersion })],
    ['recordOutcome', ({ itemId, expectedVersion }) => ({ itemId, expectedVersion, outcome: 'Akkoord' })],
    ['addPaper', ({ itemId }) => ({ itemId, title: 'Een stuk', url: 'https://example.org/stuk' })],
    ['removePaper', paperOf],
    ['rescheduleMeeting', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, ...nextFreeHour() })],
    ['cancelMeeting', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, reason: 'Geen zaal' })],
    ['restoreMeeting', cancelledOf],
  ];

  it.each(changes)('%s is for chair and secretary of its own table', async (mutation, input) => {
    expect(
      await matrix.surprises({
        mutation,
        allowed: leaders,
        sees: westAndAbove,
        input: async () => input(await meeting(true)),
      }),
    ).toEqual([]);
  });

  it.each(changes)('%s: what is not published yet is not there for others', async (mutation, input) => {
    expect(
      await matrix.surprises({
        mutation,
        what: 'unpublished',
        allowed: leaders,
        sees: leaders,
        input: async () => input(await meeting(false)),
      }),
    ).toEqual([]);
  });

  it('is planned by chair and secretary', async () => {
    const input = () => {
      const startsAt = new Date(demoNow.getTime() + (400 + (count += 1)) * 86_400_000);
      return Promise.resolve({
        tableId: tableId('west'),
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
        location: 'Stadhuis',
      });
    };
    expect(await matrix.surprises({ mutation: 'planMeeting', allowed: leaders, sees: westAndAbove, input })).toEqual(
      [],
    );
  });
});

describe('A rhythm', () => {
  const allowed: readonly Persona[] = [...leaders, 'administrator'];

  it('is changed, and its series is made, by chair and secretary and by functional administrators', async () => {
    const version = async () => {
      const [row] = await app.database
        .fork()
        .execute<{ version: number }[]>('select rhythm_version as version from acceleration_table where id = ?', [
          demoId('table', 'west'),
        ]);
      return row?.version;
    };
    const rights: Right[] = [
      {
        mutation: 'changeRhythm',
        allowed,
        sees: personas,
        input: async () => ({
          tableId: tableId('west'),
          expectedVersion: await version(),
          monthsAhead: 6 + ((count += 1) % 2),
        }),
      },
      {
        mutation: 'planSeries',
        allowed,
        sees: personas,
        input: () => Promise.resolve({ tableId: tableId('west') }),
      },
    ];
    for (const right of rights) expect(await matrix.surprises(right)).toEqual([]);
  });
});

describe('A seat', () => {
  it('is given and taken by the secretary of that table and by functional administrators', async () => {
    const newcomer = async () => {
      const { id } = await matrix.make.person();
      return { tableId: tableId('west'), personId: `Person_${id}` };
    };
    const seated = async () => {
      const { id } = await matrix.make.member({ id: demoId('table', 'west') }, 'PARTICIPANT');
      return { tableId: tableId('west'), personId: `Person_${id}` };
    };
    const who = { allowed: ['secretary-west', 'administrator'], unsaid: ['chair-west'], sees: personas } as const;
    expect(
      await matrix.surprises({
        ...who,
        mutation: 'addMember',
        input: async () => ({ ...(await newcomer()), role: 'PARTICIPANT' }),
      }),
    ).toEqual([]);
    expect(await matrix.surprises({ ...who, mutation: 'removeMember', input: seated })).toEqual([]);
    const oneself = (person: Persona): Right => ({
      mutation: 'addMember',
      what: `${person} as a chair`,
      allowed: ['administrator'],
      sees: personas,
      input: () =>
        Promise.resolve({ tableId: tableId('twente'), personId: personId(person), role: 'CHAIR', mandate: true }),
    });
    expect(await matrix.surprises({ ...oneself('reader'), unsaid: ['secretary-twente'] })).toEqual([]);
  });
});

describe('What is one’s own', () => {
  it('is read and changed by oneself alone', async () => {
    const [item] = await app.database
      .fork()
      .execute<{ id: string; person_id: string }[]>(
        `select i.id, i.person_id from inbox_item i where i.person_id = '${demoId('person', 'lead-kampen')}' and read_at is null limit 1`,
      );
    const upTo = `InboxItem_${item?.id ?? ''}`;
    const mark = 'mutation ($upTo: ID) { markInboxRead(upTo: $upTo) { problems { __typename code } } }';
    for (const who of personas) {
      const client = await matrix.people.as(who);
      expect((await client.run(mark, { upTo })).markInboxRead.problems, who).toEqual([
        { __typename: 'NotFoundProblem', code: 'NOT_FOUND' },
      ]);
      expect((await client.run('query ($id: ID!) { node(id: $id) { id } }', { id: upTo })).node, who).toBeNull();
    }
    const [after] = await app.database
      .fork()
      .execute<{ read_at: Date | null }[]>('select read_at from inbox_item where id = ?', [item?.id ?? '']);
    expect(after?.read_at).toBeNull();
  });
});
