import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import { type AppContext, hasRole } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { bottleneckKind, eventOfVerb, type FieldChange } from '../bottleneck.events.ts';
import { eventOfEscalation, escalationUndone } from './escalation-steps.ts';

const ofTheCase: readonly string[] = Object.values(eventOfVerb);
/** The events of escalations that are none of a step of the case. */
export const escalationEvents: readonly string[] = [...Object.values(eventOfEscalation), escalationUndone].filter(
  (type) => !ofTheCase.includes(type),
);

const dossierFields: readonly string[] = ['description', 'triedSoFar', 'proposedResolution'];

/** Somebody who reads a case in part, and from when on. */
interface InPart {
  readonly id: string;
  readonly since: string | Date | null;
}

/**
 * Who reads only what was shared with their table hears what happened from the sending on, without the words of the case that were not
 * shared. The case itself is read anyway where its events are shown.
 */
export async function readsEvent(context: AppContext, event: StoredEvent): Promise<boolean> {
  const id = caseOf(event);
  if (id === undefined) return true;
  const face = (await context.node('Bottleneck', id)) as BottleneckFace | null;
  if (face === null || face.readsDossier) return face !== null;
  const loader = context.loader<InPart>('bottleneck:in-part', async (ids) => {
    const seats = context.requireViewer().memberships.map((seat) => seat.tableId);
    const rows = await context.em.execute<InPart[]>(
      `select r.bottleneck_id as id, min(r.sent_at) as since from escalation r
       where r.bottleneck_id = any(?::uuid[]) and r.to_table_id = any(?::uuid[]) and r.state <> 'WITHDRAWN' group by r.bottleneck_id`,
      [arrayLiteral(ids), arrayLiteral(seats)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  const since = (await loader.load(id))?.since ?? null;
  if (since === null || event.at < new Date(since)) return false;
  const { changes = [] } = (event.payload ?? {}) as { changes?: readonly FieldChange[] };
  return !changes.some(({ field }) => dossierFields.includes(field));
}

/** Does the viewer belong to where a memo is prepared: the sending table, the people of the case, and who agrees? */
export async function belongsWithin(context: AppContext, event: StoredEvent, fromTableId: string): Promise<boolean> {
  const viewer = context.requireViewer();
  if (viewer.memberships.some((seat) => seat.tableId === fromTableId)) return true;
  const id = caseOf(event);
  if (id === undefined) return false;
  const loader = context.loader<{ id: string }>('bottleneck:of-the-case', async (ids) => {
    const organisation = hasRole(viewer, 'POLITICAL_OWNER') ? viewer.organisationId : null;
    const rows = await context.em.execute<{ id: string }[]>(
      `select b.id from bottleneck b join person o on o.id = b.owner_id where b.id = any(?::uuid[])
         and (? = any(array[b.filer_id, b.owner_id, b.lead_id, b.civil_owner_id, b.political_owner_id]) or o.organisation_id = ?)`,
      [arrayLiteral(ids), viewer.personId, organisation],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return (await loader.load(id)) != null;
}

function caseOf(event: StoredEvent): string | undefined {
  return event.subjects.find((subject) => subject.kind === bottleneckKind)?.id;
}
