import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { type EventRule, registerEventRule } from '../../platform/graphql/event-visibility.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import type { AppContext, AppPlatform, Viewer } from '../people/people.module.ts';
import { arrivedEvent, bottleneckKind, eventOfVerb } from './bottleneck.events.ts';
import { belongsWithin, escalationEvents, readsEvent } from './escalation/escalation-event-rules.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import { bulkEvents } from './bulk/bulk-events.ts';

const types = [
  ...Object.values(eventOfVerb),
  arrivedEvent,
  'BOTTLENECK_LOGGED',
  'BOTTLENECK_EDITED',
  'BOTTLENECK_ASSIGNED',
  'CONFIDENTIALITY_CHANGED',
  'TRANSITION_UNDONE',
  'NOTE_APPLIED',
  'APPLICATION_REMOVED',
  'CO_SIGNER_ASKED',
  'CO_SIGNED',
  'CO_SIGN_DECLINED',
  'CO_SIGNER_WITHDRAWN',
  'BOTTLENECK_JOINED',
  'BOTTLENECK_LEFT',
  'CASE_NOTE_UNDER_REVIEW',
  ...bulkEvents,
  ...escalationEvents,
];

/**
 * What was said in a draft stays with its filer, and who is asked to sign it hears that. What was said while a case was confidential stays among those who would
 * see it if it still were: opening a case opens the case, not the words that were taken out before.
 */
const rule: EventRule<Viewer> = async (viewer, event, context) => {
  const payload = event.payload as { confidential?: boolean; personId?: string; within?: string } | null;
  if (event.stream.kind === 'person')
    return event.stream.id === viewer.personId || payload?.personId === viewer.personId;
  if (payload?.within !== undefined && !(await belongsWithin(context, event, payload.within))) return false;
  if (!(await readsEvent(context, event))) return false;
  const confidential = payload?.confidential === true;
  return !confidential || seesAsConfidential(context, event);
};

/** Adds the rule to every event of this room. */
export function registerEventRules(platform: AppPlatform): void {
  registerEventRule(platform, types, rule);
}

async function seesAsConfidential(context: AppContext, event: StoredEvent): Promise<boolean> {
  const id = event.subjects.find((subject) => subject.kind === bottleneckKind)?.id;
  if (id === undefined) return false;
  const loader = context.loader<boolean>('bottleneck:as-confidential', async (ids) => {
    const visible = visibleBottlenecks(context.requireViewer(), 'b', `'CONFIDENTIAL'`);
    const sql = `select b.id from bottleneck b where b.id = any(?::uuid[]) and ${visible.sql}`;
    const rows = await context.em.execute<{ id: string }[]>(sql, [arrayLiteral(ids), ...visible.params]);
    return new Map(rows.map((row) => [row.id, true]));
  });
  return (await loader.load(id)) ?? false;
}
