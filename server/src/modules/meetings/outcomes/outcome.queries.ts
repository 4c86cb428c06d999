import type { OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { type AgendaItemFace, agendaOf } from '../agenda.queries.ts';
import { meetingFacts } from '../meeting.policy.ts';

/** An outcome as those get it who may see it. */
export interface OutcomeFace {
  readonly id: string;
  readonly version: number;
  readonly meetingId: string;
  readonly itemId: string;
  readonly kind: OutcomeKind;
  readonly number: string | null;
  readonly text: string;
  readonly proposedText: string;
  readonly transition: string | null;
  readonly actionId: string | null;
  readonly bottleneckId: string | null;
  readonly noteId: string | null;
  readonly closedPart: boolean;
  readonly recordedAt: Date;
  readonly recordedById: string;
}

type OutcomeRow = Omit<OutcomeFace, 'recordedAt'> & { recordedAt: string };

const columns = `o.id, o.version, o.meeting_id as "meetingId", o.agenda_item_id as "itemId", o.kind, o.number, o.text,
  o.proposed_text as "proposedText", o.transition, o.action_id as "actionId", o.bottleneck_id as "bottleneckId", o.note_id as "noteId",
  o.closed_part as "closedPart", o.recorded_at as "recordedAt", o.recorded_by_id as "recordedById"`;

/** What came of the items of a meeting, in the order of the agenda, as far as the viewer may see it. */
export async function outcomesAt(context: AppContext, meetingId: string): Promise<OutcomeFace[]> {
  const loader = context.loader<OutcomeRow[]>('outcomesAt', async (ids) => {
    const rows = await context.em.execute<OutcomeRow[]>(
      `select ${columns} from agenda_outcome o where o.meeting_id = any(?::uuid[]) and o.withdrawn_at is null order by o.recorded_at, o.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (row) => row.meetingId);
  });
  const [rows, agenda] = await Promise.all([loader.load(meetingId), agendaOf(context, meetingId)]);
  const shown = await shownRows(context, rows ?? []);
  const place = new Map(agenda.map(({ id }, index) => [id, index]));
  return shown.toSorted((a, b) => (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0));
}

/** The load of the node: outcomes by id, as far as the viewer may see them; what was withdrawn is not there. */
export async function loadOutcomes(context: AppContext, ids: readonly string[]): Promise<Map<string, OutcomeFace>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<OutcomeRow[]>(
    `select ${columns} from agenda_outcome o where o.id = any(?::uuid[]) and o.withdrawn_at is null`,
    [arrayLiteral(ids)],
  );
  return new Map((await shownRows(context, rows)).map((outcome) => [outcome.id, outcome]));
}

/** An outcome shows with its item; what is closed beside that shows to those who may see the closed part. */
async function shownRows(context: AppContext, rows: readonly OutcomeRow[]): Promise<OutcomeFace[]> {
  const shown = await Promise.all(
    rows.map(async (row) => {
      const item = (await context.node('AgendaItem', row.itemId)) as AgendaItemFace | null;
      if (item === null || item.masked) return false;
      if (!row.closedPart || item.closedPart) return true;
      return (await meetingFacts(context, row.meetingId))?.seesClosedPart === true;
    }),
  );
  return rows
    .filter((_, index) => shown[index])
    .map(({ recordedAt, ...row }) => ({ ...row, recordedAt: new Date(recordedAt) }));
}
