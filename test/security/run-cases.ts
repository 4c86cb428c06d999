import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { personId, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** A meeting of the west that goes on: started, steered, attended, and what comes of its items. It is not closed here. */
export function runCases(one: One, { presence }: TestApp['platform']): readonly MutationCase[] {
  const west = tableId('west').split('_')[1];
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MutationCase => ({
    mutation,
    by,
    ...(variant !== undefined && { variant }),
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const meetingId = async () => {
    const row = await one<{ id: string }>(
      `select id from meeting where table_id = ? and starts_at > '2026-12-01' and state <> 'CANCELLED' order by starts_at limit 1`,
      [west],
    );
    return `Meeting_${row.id}`;
  };
  const meeting = async () => ({ meetingId: await meetingId() });
  const itemId = async (place: number) => {
    const row = await one<{ id: string }>(
      'select id from agenda_item where meeting_id = ? order by position offset ? limit 1',
      [(await meetingId()).split('_')[1], place],
    );
    return `AgendaItem_${row.id}`;
  };
  const current = async () => {
    const sql =
      'select coalesce((select current_item_id from meeting_run where meeting_id = ?), gen_random_uuid()) as id';
    const row = await one<{ id: string }>(sql, [(await meetingId()).split('_')[1]]);
    return `AgendaItem_${row.id}`;
  };
  const bottleneckId = async () => {
    const row = await one<{ id: string }>('select id from bottleneck where number = ?', ['KP-2026-006']);
    return `Bottleneck_${row.id}`;
  };
  const noteId = async () => {
    const row = await one<{ id: string }>(
      `select id from knowledge_note where confidentiality = 'PUBLIC' and status <> 'ARCHIVED' order by slug limit 1`,
      [],
    );
    return `KnowledgeNote_${row.id}`;
  };
  const outcome = async () => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from agenda_outcome where withdrawn_at is null order by meeting_id = ? desc, recorded_at, id limit 1',
      [(await meetingId()).split('_')[1]],
    );
    return { outcomeId: `AgendaOutcome_${row.id}`, expectedVersion: row.version };
  };
  return [
    plain('startMeeting', 'secretary-west', meeting),
    plain('goToItem', 'secretary-west', async () => ({
      ...(await meeting()),
      itemId: await itemId(1),
      fromItemId: await current(),
    })),
    plain('pauseMeeting', 'secretary-west', meeting),
    plain('resumeMeeting', 'secretary-west', meeting),
    plain('addMinutes', 'secretary-west', async () => ({ ...(await meeting()), itemId: await current(), minutes: 5 })),
    plain('takeLead', 'chair-west', meeting),
    plain('joinMeeting', 'lead-kampen', async () => ({ ...(await meeting()), online: true })),
    plain('takeAttendance', 'secretary-west', async () => ({
      ...(await meeting()),
      personId: personId('lead-raalte'),
      presence: 'ONLINE',
      left: true,
    })),
    {
      mutation: 'raiseHand',
      by: 'lead-kampen',
      variables: async () => {
        const input = { ...(await meeting()), raised: true };
        // Only who looks can ask for the floor.
        presence.enter(input.meetingId.split('_')[1] ?? '', demoId('person', 'lead-kampen'), new Date());
        return { input };
      },
    },
    plain('leaveMeeting', 'lead-kampen', meeting),
    plain('addOutcome', 'secretary-west', async () => ({
      itemId: await itemId(1),
      kind: 'DECISION',
      text: 'Instemmen, in een paar woorden',
      bottleneckId: await bottleneckId(),
      noteId: await noteId(),
    })),
    plain('editOutcome', 'chair-west', async () => ({ ...(await outcome()), text: 'Beter verwoord' })),
    plain(
      'addOutcome',
      'chair-west',
      async () => ({
        itemId: await itemId(1),
        kind: 'ACTION',
        text: 'Afgesproken, in een paar woorden',
        action: {
          what: 'Iemand doet iets',
          ownerId: personId('lead-kampen'),
          dueOn: '2027-03-01',
          bottleneckId: await bottleneckId(),
        },
      }),
      'an action',
    ),
    plain(
      'addOutcome',
      'secretary-west',
      async () => ({
        itemId: await itemId(1),
        kind: 'DECISION',
        text: 'Besloten, in een paar woorden',
        bottleneckId: await bottleneckId(),
      }),
      'a decision about a case',
    ),
    plain('draftNoteFromOutcome', 'secretary-west', async () => {
      const row = await one<{ id: string; version: number; case: string }>(
        `select id, version, coalesce(bottleneck_id, gen_random_uuid()) as case from agenda_outcome where withdrawn_at is null
         order by note_id is null and kind like '%DECISION' and bottleneck_id is not null desc, recorded_at desc, id desc limit 1`,
        [],
      );
      return {
        outcomeId: `AgendaOutcome_${row.id}`,
        expectedVersion: row.version,
        lesson: 'Wat de volgende helpt',
        bottleneckId: `Bottleneck_${row.case}`,
      };
    }),
    plain('withdrawOutcome', 'secretary-west', outcome),
  ];
}
