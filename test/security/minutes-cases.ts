import { tableId } from './demo-people.ts';

/** A case as mutation-cases.ts lists them. */
interface MinutesCase {
  readonly mutation: string;
  readonly variant?: string;
  readonly by: string;
  variables(): Promise<Record<string, unknown>>;
}
type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/**
 * The life of minutes, from the end of a meeting to what is added afterwards. Those of last month in Twente lie with
 * the participants; the next meeting of the west goes on, see run-cases.ts.
 */
export function minutesCases(one: One): readonly MinutesCase[] {
  const west = tableId('west').split('_')[1];
  const twente = tableId('twente').split('_')[1];
  const input = (fields: object) => ({ input: fields, idempotencyKey: crypto.randomUUID() });
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MinutesCase => ({
    mutation,
    by,
    ...(variant !== undefined && { variant }),
    variables: async () => input(await fields()),
  });
  const goingOn = async () => {
    const row = await one<{ id: string }>(
      `select id from meeting where table_id = ? and starts_at > '2026-12-01' and state <> 'CANCELLED' order by starts_at limit 1`,
      [west],
    );
    return { meetingId: `Meeting_${row.id}` };
  };
  const minutes = async (table: string | undefined) => {
    const row = await one<{ id: string; version: number }>(
      `select n.id, n.version from minutes n join meeting m on m.id = n.meeting_id where n.table_id = ? order by m.starts_at desc limit 1`,
      [table],
    );
    return { minutesId: `Minutes_${row.id}`, expectedVersion: row.version };
  };
  const ofLastMonth = async () => ({ minutesId: (await minutes(twente)).minutesId });
  const item = async () => {
    const row = await one<{ id: string }>(
      `select i.id from agenda_item i join minutes n on n.meeting_id = i.meeting_id where n.table_id = ? order by n.drawn_up_at, i.position limit 1`,
      [twente],
    );
    return `AgendaItem_${row.id}`;
  };
  const lastOf = async (type: string, table: string) => {
    const row = await one<{ id: string }>(
      `select coalesce((select id from ${table} order by written_at desc, id desc limit 1), gen_random_uuid()) as id`,
      [],
    );
    return `${type}_${row.id}`;
  };
  return [
    plain('closeMeeting', 'secretary-west', goingOn),
    plain('reopenMeeting', 'secretary-west', goingOn),
    plain('closeMeeting', 'chair-west', goingOn, 'again'),
    plain('sendMinutesForReview', 'secretary-west', () => minutes(west)),
    plain('remarkOnMinutes', 'lead-borne', async () => ({
      ...(await ofLastMonth()),
      itemId: await item(),
      text: 'Dat was anders gezegd.',
    })),
    plain('settleRemark', 'secretary-twente', async () => ({
      remarkId: await lastOf('MinutesRemark', 'minutes_remark'),
      taken: true,
      answer: 'Overgenomen.',
    })),
    plain('adoptMinutes', 'chair-twente', () => minutes(twente)),
    plain('publishMinutes', 'secretary-twente', () => minutes(twente)),
    plain('addAddendum', 'lead-borne', async () => ({
      ...(await ofLastMonth()),
      itemId: await item(),
      text: 'Een aanvulling achteraf.',
      origin: 'CORRECTION',
    })),
    plain('settleAddendum', 'secretary-twente', async () => ({
      addendumId: await lastOf('Addendum', 'minutes_addendum'),
      accepted: true,
      answer: 'Akkoord.',
    })),
    plain('recordFeedback', 'secretary-twente', async () => {
      const row = await one<{ id: string }>(
        'select id from case_feedback where table_id = ? and done_at is null order by id limit 1',
        [twente],
      );
      return { feedbackId: `CaseFeedback_${row.id}`, note: 'Gebeld met de wethouder.' };
    }),
  ];
}
