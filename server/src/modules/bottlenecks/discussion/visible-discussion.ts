import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { readsDossier, readsWhole } from '../escalation/shared-in-part.ts';

/** What was said in confidence stays among those who would see its case if it still were confidential. */
function keptInConfidence(viewer: Viewer, alias: string): SqlPart {
  const seen = visibleBottlenecks(viewer, 'b', `'CONFIDENTIAL'`);
  return { sql: `(not ${alias}.in_confidence or ${seen.sql})`, params: seen.params };
}

function all(...parts: SqlPart[]): SqlPart {
  return { sql: `(${parts.map(({ sql }) => sql).join(' and ')})`, params: parts.flatMap(({ params }) => params) };
}

/**
 * The comments that this viewer reads, as a condition on `c` (a row of `comment`) and `b`, its case. Who sees the case because it was
 * escalated to their table, without its dossier, reads what was said since it was sent to them.
 */
export function visibleComments(viewer: Viewer): SqlPart {
  const dossier = readsDossier(viewer, 'b');
  const since = `c.written_at >= (select min(r.sent_at) from escalation r where r.bottleneck_id = b.id
    and r.to_table_id = any(?::uuid[]) and r.sent_at is not null and r.state <> 'WITHDRAWN')`;
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  return all(visibleBottlenecks(viewer, 'b'), keptInConfidence(viewer, 'c'), {
    sql: `(${dossier.sql} or ${since})`,
    params: [...dossier.params, seats],
  });
}

/**
 * The attachments that this viewer reads, as a condition on `a` (a row of `attachment`) and `b`, its case. A table that received the
 * case reads what the sending table said it may, and what its own people added.
 */
export function visibleAttachments(viewer: Viewer): SqlPart {
  const whole = readsWhole(viewer, 'b');
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  return all(visibleBottlenecks(viewer, 'b'), keptInConfidence(viewer, 'a'), {
    sql: `(${whole.sql} or a.added_by_id = ? or exists (select from escalation r where r.bottleneck_id = b.id
      and r.to_table_id = any(?::uuid[]) and r.sent_at is not null and r.state <> 'WITHDRAWN' and (r.shares_files
        or exists (select from membership m where m.table_id = r.to_table_id and m.person_id = a.added_by_id))))`,
    params: [...whole.params, viewer.personId, seats],
  });
}
