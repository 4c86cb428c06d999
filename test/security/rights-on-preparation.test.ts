import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import { type Persona, RightsMatrix } from './rights-matrix.ts';

const leaders: readonly Persona[] = ['chair-west', 'secretary-west'];
/** Who has a seat at West and takes part. */
const participants: readonly Persona[] = [
  ...leaders,
  'developer',
  'lead-raalte',
  'lead-zwartewaterland',
  'lead-deventer',
  'water-adviser',
  'validator',
];
/** Members of the table and of those above it. */
const westAndAbove: readonly Persona[] = [...participants, 'observer', 'deputy', 'coordinator', 'knowledge-editor'];

let app: TestApp;
let matrix: RightsMatrix;
let count = 0;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  matrix = new RightsMatrix(app);
});
afterAll(() => app.close());

interface MadeMeeting {
  readonly meetingId: string;
  readonly itemId: string;
  readonly expectedVersion: number;
}
const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** A meeting of the west on a day of its own, published with an item on its agenda. */
async function meeting(): Promise<MadeMeeting> {
  const startsAt = new Date(demoNow.getTime() + (60 + (count += 1)) * 86_400_000);
  const day = startsAt.toISOString().slice(0, 10);
  const item = crypto.randomUUID();
  const agenda = [
    { id: item, position: 1, title: 'Een punt', purpose: 'DISCUSS', minutes: 10, closedPart: false, subjects: [] },
  ];
  const { id } = await matrix.make.insert('meeting', {
    table_id: demoId('table', 'west'),
    state: 'PUBLISHED',
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + 7_200_000),
    location: 'Stadhuis',
    submit_by: day,
    papers_by: day,
    minutes_by: day,
    published_at: demoNow,
    published_version: 1,
    published_agenda: JSON.stringify(agenda),
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

async function proposal({ meetingId }: MadeMeeting, by: Persona) {
  const { id } = await matrix.make.insert('agenda_proposal', {
    meeting_id: bare(meetingId),
    proposed_by_id: demoId('person', by),
    proposed_at: demoNow,
    title: 'Een voorstel',
    purpose: 'DISCUSS',
    minutes: 10,
    motivation: 'Omdat het nodig is',
    state: 'OPEN',
  });
  return `AgendaProposal_${id}`;
}

async function guest({ meetingId, itemId }: MadeMeeting) {
  const { id } = await matrix.make.insert('agenda_guest', {
    meeting_id: bare(meetingId),
    agenda_item_id: bare(itemId),
    name: 'Een gast',
    invited_at: demoNow,
    invited_by_id: demoId('person', 'secretary-west'),
  });
  return `Guest_${id}`;
}

async function template() {
  const { id } = await matrix.make.insert('agenda_template', {
    table_id: demoId('table', 'west'),
    name: `Sjabloon ${(count += 1)}`,
    items: '[]',
    saved_at: demoNow,
    saved_by_id: demoId('person', 'secretary-west'),
  });
  return `AgendaTemplate_${id}`;
}

describe('Preparing a meeting', () => {
  const changes: readonly (readonly [
    mutation: string,
    input: (made: MadeMeeting) => Record<string, unknown> | Promise<Record<string, unknown>>,
  ])[] = [
    ['acceptSuggestions', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, keys: ['opening'] })],
    ['dropSuggestions', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, keys: ['opening'] })],
    ['restoreSuggestions', ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, keys: ['opening'] })],
    ['inviteGuest', ({ itemId, expectedVersion }) => ({ itemId, expectedVersion, name: 'Een gast' })],
    [
      'removeGuest',
      async (made) => ({ itemId: made.itemId, expectedVersion: made.expectedVersion, guestId: await guest(made) }),
    ],
    ['saveAgendaTemplate', ({ meetingId }) => ({ meetingId, name: `Sjabloon ${(count += 1)}` })],
    [
      'useAgendaTemplate',
      async ({ meetingId, expectedVersion }) => ({ meetingId, expectedVersion, templateId: await template() }),
    ],
    [
      'carryOver',
      async ({ itemId, expectedVersion }) => ({ itemId, expectedVersion, toMeetingId: (await meeting()).meetingId }),
    ],
  ];

  it.each(changes)('%s is for chair and secretary of its own table', async (mutation, input) => {
    const right = { mutation, allowed: leaders, sees: westAndAbove, input: async () => input(await meeting()) };
    expect(await matrix.surprises(right)).toEqual([]);
  });

  it('takes a template away by chair and secretary; to others it is not there', async () => {
    const input = async () => ({ templateId: await template() });
    expect(await matrix.surprises({ mutation: 'removeAgendaTemplate', allowed: leaders, sees: [], input })).toEqual([]);
  });

  it('is proposed to by participants', async () => {
    const input = async () => ({ meetingId: (await meeting()).meetingId, title: 'Een voorstel', motivation: 'Daarom' });
    const right = { mutation: 'proposeAgendaItem', allowed: participants, sees: westAndAbove, input };
    expect(await matrix.surprises(right)).toEqual([]);
  });

  it('decides on a proposal by chair and secretary; its proposer alone takes it back', async () => {
    const by: Persona = 'lead-raalte';
    const sees: readonly Persona[] = [...leaders, by];
    const proposalId = async () => proposal(await meeting(), by);
    const rights = [
      {
        mutation: 'acceptProposal',
        allowed: leaders,
        input: async () => ({ proposalId: await proposalId(), expectedVersion: 1 }),
      },
      {
        mutation: 'returnProposal',
        allowed: leaders,
        input: async () => ({ proposalId: await proposalId(), reason: 'Niet nu' }),
      },
      { mutation: 'withdrawProposal', allowed: [by], input: async () => ({ proposalId: await proposalId() }) },
    ];
    for (const right of rights) expect(await matrix.surprises({ ...right, sees })).toEqual([]);
  });

  it('hears who comes from the members, and of others from chair and secretary', async () => {
    const own = async () => ({ meetingId: (await meeting()).meetingId, answer: 'ONLINE' });
    const members: readonly Persona[] = [...participants, 'observer'];
    expect(
      await matrix.surprises({
        mutation: 'answerInvitation',
        what: 'own',
        allowed: members,
        sees: westAndAbove,
        input: own,
      }),
    ).toEqual([]);
    const other = async () => ({ ...(await own()), personId: personId('lead-kampen') });
    expect(
      await matrix.surprises({
        mutation: 'answerInvitation',
        what: 'other',
        allowed: leaders,
        sees: westAndAbove,
        input: other,
      }),
    ).toEqual([]);
  });
});
