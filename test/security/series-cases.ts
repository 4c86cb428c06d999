import { tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** The rhythm of Twente and its series: changed, made ahead, and its last meeting moved, cancelled and brought back. */
export function seriesCases(one: One): readonly MutationCase[] {
  const twente = tableId('twente');
  const input = (fields: object) => ({ input: fields, idempotencyKey: crypto.randomUUID() });
  const plain = (mutation: string, fields: () => Promise<object>): MutationCase => ({
    mutation,
    by: 'secretary-twente',
    variables: async () => input(await fields()),
  });
  const last = async () => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from meeting where table_id = ? and series_month is not null order by starts_at desc limit 1',
      [twente.split('_')[1]],
    );
    return { meetingId: `Meeting_${row.id}`, expectedVersion: row.version };
  };
  return [
    plain('changeRhythm', async () => {
      const sql = 'select rhythm_version as version from acceleration_table where id = ?';
      const { version } = await one<{ version: number }>(sql, [twente.split('_')[1]]);
      return {
        tableId: twente,
        expectedVersion: version,
        week: 5,
        weekday: 2,
        starts: '09:30',
        ends: '12:00',
        location: 'Gemeentehuis Hengelo',
        submitDaysBefore: 21,
        papersDaysBefore: 10,
        minutesDaysAfter: 9,
        feedbackWorkingDays: 6,
        monthsWithout: [7, 8],
        monthsAhead: 9,
        keepFilled: false,
      };
    }),
    plain('planSeries', () => Promise.resolve({ tableId: twente, moveDrafts: true })),
    plain('rescheduleMeeting', async () => ({
      ...(await last()),
      startsAt: '2027-09-15T11:30:00Z',
      endsAt: '2027-09-15T14:00:00Z',
      location: 'Stadhuis Enschede',
      scope: 'ONE',
    })),
    plain('undoReschedule', last),
    plain('cancelMeeting', async () => ({
      ...(await last()),
      reason: 'De zaal is dicht, in een paar woorden',
      scope: 'ONE',
      moveItems: true,
    })),
    plain('restoreMeeting', async () => ({ ...(await last()), scope: 'ONE' })),
  ];
}
