import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Made } from './factories.ts';
import type { GraphClient } from './graph-client.ts';
import { problemFields } from './meeting-factory.ts';
import type { TestApp } from './test-app.ts';

const fields =
  'id version state startsAt endsAt location submitBy papersBy minutesBy feedbackBy ofSeries laterInSeries movedFrom cancelReason cancelledAt cancelledBy { name }';

/** A meeting of a series as it comes over the wire. */
export interface SeriesMeeting {
  id: string;
  version: number;
  state: string;
  startsAt: string;
  endsAt: string;
  location: string;
  submitBy: string;
  laterInSeries: number;
  movedFrom: string | null;
  ofSeries: boolean;
  cancelReason: string;
}

const inputs: Readonly<Record<string, string>> = {
  planSeries: 'PlanSeriesInput',
  rescheduleMeeting: 'RescheduleMeetingInput',
  undoReschedule: 'UndoRescheduleInput',
  cancelMeeting: 'CancelMeetingInput',
  restoreMeeting: 'RestoreMeetingInput',
};

/** The text of one of the mutations on a series. */
export const seriesMutation = (mutation: string): string =>
  `mutation ($input: ${inputs[mutation]}!, $idempotencyKey: ID) { ${mutation}(input: $input, idempotencyKey: $idempotencyKey) {
    meeting { ${fields} } meetings { ${fields} } table { id } problems { ${problemFields} } } }`;

/** Runs one of the mutations on a series: `onSeries(client, 'cancelMeeting', input)`. */
export async function onSeries(client: GraphClient, mutation: string, input: object) {
  return (await client.run(seriesMutation(mutation), { input }))[mutation];
}

/** All meetings of a table that this person may see, the earliest first. */
export async function seriesOf(client: GraphClient, slug: string): Promise<SeriesMeeting[]> {
  const { table } = await client.run(
    `query ($slug: String!) { table(slug: $slug) { meetings(first: 50) { edges { node { ${fields} } } } } }`,
    { slug },
  );
  return table.meetings.edges.map(({ node }: { node: SeriesMeeting }) => node).toReversed();
}

/** A table that meets every second Thursday, 13:30–16:00, four months ahead; without meetings as yet. */
export async function giveRhythm(
  app: Pick<TestApp, 'platform'>,
  table: Made,
  more: Record<string, string | number | boolean> = {},
) {
  const columns = {
    meeting_week: 2,
    meeting_weekday: 4,
    meeting_location: 'Provinciehuis, Zwolle',
    months_ahead: 4,
    ...more,
  };
  const rows = await app.platform.database.fork().execute<{ slug: string }[]>(
    `update acceleration_table set ${Object.keys(columns)
      .map((column) => `${column} = ?`)
      .join(', ')} where id = ? returning slug`,
    [...Object.values(columns), table.id],
  );
  return { tableId: globalId('AccelerationTable', table.id), slug: String(rows[0]?.slug) };
}
