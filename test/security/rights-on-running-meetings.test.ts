import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import { type Persona, RightsMatrix } from './rights-matrix.ts';

const leaders: readonly Persona[] = ['chair-west', 'secretary-west'];
const west: readonly Persona[] = [
  ...leaders,
  'observer',
  'developer',
  'lead-raalte',
  'lead-zwartewaterland',
  'lead-deventer',
  'water-adviser',
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

/** A meeting of the west with an item, that goes on and is led by this person; or that is still to start. */
async function meeting(lead: Persona | null) {
  const startsAt = new Date(demoNow.getTime() + (60 + (count += 1)) * 86_400_000);
  const day = startsAt.toISOString().slice(0, 10);
  const { id } = await matrix.make.insert('meeting', {
    table_id: demoId('table', 'west'),
    state: lead === null ? 'PUBLISHED' : 'IN_SESSION',
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + 7_200_000),
    location: 'Stadhuis',
    submit_by: day,
    papers_by: day,
    minutes_by: day,
    published_at: demoNow,
    published_version: 1,
    published_agenda: '[]',
    updated_at: demoNow,
    updated_by_id: demoId('person', 'secretary-west'),
  });
  const item = await matrix.make.insert('agenda_item', {
    meeting_id: id,
    position: 1,
    title: 'Een punt',
    purpose: 'DISCUSS',
    minutes: 10,
    closed_part: false,
  });
  if (lead !== null)
    await app.database
      .fork()
      .execute(
        'insert into meeting_run (meeting_id, started_at, started_by_id, lead_id, current_item_id, running_since) values (?, ?, ?, ?, ?, ?)',
        [id, demoNow, demoId('person', lead), demoId('person', lead), item.id, demoNow],
      );
  return { meetingId: `Meeting_${id}`, itemId: `AgendaItem_${item.id}` };
}

async function outcome() {
  const { meetingId, itemId } = await meeting('secretary-west');
  const { id } = await matrix.make.insert('agenda_outcome', {
    meeting_id: meetingId.replace('Meeting_', ''),
    agenda_item_id: itemId.replace('AgendaItem_', ''),
    kind: 'INFORMED',
    recorded_at: demoNow,
    recorded_by_id: demoId('person', 'secretary-west'),
  });
  return { outcomeId: `AgendaOutcome_${id}`, expectedVersion: 1 };
}

describe('A meeting that goes on', () => {
  it('is started by chair and secretary', async () => {
    const input = async () => ({ meetingId: (await meeting(null)).meetingId });
    expect(await matrix.surprises({ mutation: 'startMeeting', allowed: leaders, sees: westAndAbove, input })).toEqual(
      [],
    );
  });

  it.each([
    ['goToItem', ({ meetingId }: { meetingId: string }) => ({ meetingId, itemId: null })],
    ['pauseMeeting', ({ meetingId }: { meetingId: string }) => ({ meetingId })],
    ['resumeMeeting', ({ meetingId }: { meetingId: string }) => ({ meetingId })],
    ['addMinutes', (made: { meetingId: string; itemId: string }) => ({ ...made, minutes: 5 })],
  ] as const)('%s is for who leads it', async (mutation, of) => {
    expect(
      await matrix.surprises({
        mutation,
        allowed: ['secretary-west'],
        // To the other leader it is a problem with a remedy: take over the lead.
        unsaid: ['chair-west'],
        sees: westAndAbove,
        input: async () => of(await meeting('secretary-west')),
      }),
    ).toEqual([]);
  });

  it('is taken over by the other leader', async () => {
    const input = async () => ({ meetingId: (await meeting('secretary-west')).meetingId });
    expect(
      await matrix.surprises({
        mutation: 'takeLead',
        allowed: ['chair-west'],
        unsaid: ['secretary-west'],
        sees: westAndAbove,
        input,
      }),
    ).toEqual([]);
  });

  it('has its attendance and outcomes recorded by chair and secretary', async () => {
    const rights = [
      {
        mutation: 'takeAttendance',
        input: async () => ({
          meetingId: (await meeting('secretary-west')).meetingId,
          personId: personId('lead-raalte'),
          presence: 'ABSENT',
        }),
      },
      {
        mutation: 'addOutcome',
        input: async () => ({ itemId: (await meeting('secretary-west')).itemId, kind: 'INFORMED', text: 'Gehoord' }),
      },
      { mutation: 'editOutcome', input: async () => ({ ...(await outcome()), text: 'Anders' }) },
      { mutation: 'withdrawOutcome', input: outcome },
    ];
    for (const right of rights)
      expect(await matrix.surprises({ ...right, allowed: leaders, sees: westAndAbove })).toEqual([]);
  });

  it('is joined and left by its members', async () => {
    const made = async () => ({ meetingId: (await meeting('secretary-west')).meetingId });
    for (const [mutation, input] of [
      ['joinMeeting', async () => ({ ...(await made()), online: true })],
      ['leaveMeeting', made],
    ] as const)
      expect(await matrix.surprises({ mutation, allowed: west, sees: westAndAbove, input })).toEqual([]);
  });
});
