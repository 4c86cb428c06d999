import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleMeetings } from '../meeting.policy.ts';

/** A decision, for finding it again. */
export interface FoundDecision {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  /** What the item is called on which it was taken. */
  readonly itemTitle: string;
  readonly recordedAt: Date;
}

/** The words of these decisions; rights are for whoever asks. What was withdrawn, and what is no decision, is not there. */
export async function decisionsForSearch(em: SqlEntityManager, ids: readonly string[]): Promise<FoundDecision[]> {
  const rows = await em.execute<(Omit<FoundDecision, 'recordedAt'> & { recordedAt: string })[]>(
    `select o.id, o.number, o.text, i.title as "itemTitle", o.recorded_at as "recordedAt"
     from agenda_outcome o join agenda_item i on i.id = o.agenda_item_id
     where o.id = any(?::uuid[]) and o.withdrawn_at is null and o.kind in ('DECISION', 'AMENDED_DECISION')`,
    [arrayLiteral(ids)],
  );
  return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: new Date(recordedAt) }));
}

/**
 * The decisions that this viewer may find, as a condition on `outcome` (a row of `agenda_outcome`): of meetings that they may see, of the
 * whole agenda or of what they are invited to; what is closed for members from public bodies; not when the item, or the decision itself,
 * is about cases alone of which they see none.
 */
export function visibleDecisions(viewer: Viewer, outcome: string): SqlPart {
  const meeting = visibleMeetings(viewer, 'om');
  const cases = visibleBottlenecks(viewer, 'ob');
  const own = visibleBottlenecks(viewer, 'oc');
  return {
    sql: `(${outcome}.withdrawn_at is null
      and exists (select from agenda_item oi join meeting om on om.id = oi.meeting_id where oi.id = ${outcome}.agenda_item_id and ${meeting.sql}
        and (exists (select from agenda_guest og where og.agenda_item_id = oi.id and og.person_id = ?)
          or (om.table_id = any(?::uuid[]) and (not oi.closed_part or om.table_id = any(?::uuid[]))))
        and (not ${outcome}.closed_part or oi.closed_part or om.table_id = any(?::uuid[])))
      and (not exists (select from agenda_item_subject os where os.agenda_item_id = ${outcome}.agenda_item_id and os.bottleneck_id is not null)
        or exists (select from agenda_item_subject os join bottleneck ob on ob.id = os.bottleneck_id and ${cases.sql}
          where os.agenda_item_id = ${outcome}.agenda_item_id))
      and (${outcome}.bottleneck_id is null or exists (select from bottleneck oc where oc.id = ${outcome}.bottleneck_id and ${own.sql})))`,
    params: [
      ...meeting.params,
      viewer.personId,
      arrayLiteral(viewer.followedTableIds),
      arrayLiteral(viewer.publicBodyTableIds),
      arrayLiteral(viewer.publicBodyTableIds),
      ...cases.params,
      ...own.params,
    ],
  };
}
