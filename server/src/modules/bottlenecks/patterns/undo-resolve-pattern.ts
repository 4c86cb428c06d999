import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Json } from '../../../platform/database/json.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Snapshot } from '../bottleneck.entity.ts';
import { movedChanges, recordEvent } from '../bottleneck.events.ts';
import { Escalation } from '../escalation/escalation.entity.ts';
import type { EscalationStep } from '../escalation/escalation-steps.ts';
import { restoreEscalation } from '../escalation/restore-escalation.ts';
import type { LinkBefore } from '../note-links.ts';
import { openBottlenecks, type OpenBottleneck } from '../open-bottleneck.ts';
import { type LeftOut, openPattern, type PatternOutcome, type PatternVersion } from './open-pattern.ts';
import { recordPattern } from './pattern-events.ts';
import { type CaseLink, unlinkAllAsWorked } from './pattern-links.ts';

/** What resolving left behind for a case. */
interface ResolvedMember {
  readonly id: string;
  readonly version: number;
  readonly undo: {
    readonly before: Snapshot;
    readonly beside: {
      readonly escalation?: Pick<EscalationStep, 'id' | 'before'> & Json;
      readonly link?: { noteId: string; before: LinkBefore | null };
    };
  };
}

/**
 * Takes the resolving of a pattern back, by who did it: every case that nobody changed since is as it was, with its links
 * and its escalation. The others keep what was done to them, and are listed.
 * @throws Forbidden, Refusal (not there, changed meanwhile, PATTERN_NOT_RESOLVED, NOTHING_TO_UNDO).
 */
export async function undoResolvePattern(
  tx: Transaction,
  viewer: Viewer,
  input: PatternVersion,
): Promise<PatternOutcome> {
  const pattern = await openPattern(tx, viewer, 'UNDO_RESOLVE', input);
  const members = await tx.em.execute<ResolvedMember[]>(
    `select bottleneck_id as id, resolved_version as version, undo from pattern_member
     where pattern_id = ? and resolved_version is not null`,
    [pattern.id],
  );
  const byId = new Map(members.map((member) => [member.id, member]));
  const where = { sql: 'b.id = any(?::uuid[])', params: [arrayLiteral([...byId.keys()])] };
  const opens = await openBottlenecks(tx, viewer, where, { orChangedLast: true });
  const untouched = opens.filter((open) => byId.get(open.row.id)?.version === open.row.version);
  const kept = opens.filter((open) => !untouched.includes(open));

  await putBack(tx, untouched, byId);
  pattern.goOn({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  await groupAgain(
    tx,
    pattern.id,
    untouched.map((open) => open.row.id),
  );
  recordPattern(tx, pattern, 'PATTERN_RESOLVE_UNDONE', { caseIds: untouched.map((open) => open.row.id) });
  const leftOut = kept.map((open): LeftOut => ({ bottleneckId: open.row.id, reason: 'PATTERN_MEMBER_CHANGED' }));
  return { patternId: pattern.id, leftOut };
}

async function putBack(
  tx: Transaction,
  opens: readonly OpenBottleneck[],
  byId: ReadonlyMap<string, ResolvedMember>,
): Promise<void> {
  const undoOf = (open: OpenBottleneck) => byId.get(open.row.id)?.undo;
  const escalationIds = opens.flatMap((open) => undoOf(open)?.beside.escalation?.id ?? []);
  // Read at once; each is then found in memory.
  if (escalationIds.length > 0) await tx.em.find(Escalation, { id: { $in: escalationIds } });
  const links: CaseLink[] = [];
  for (const open of opens) {
    const undo = undoOf(open);
    if (!undo) continue;
    open.row.restore(undo.before, open.change);
    const { escalation, link } = undo.beside;
    if (escalation) await restoreEscalation(tx, open.change.by, escalation);
    if (link) links.push({ bottleneckId: open.row.id, ...link });
    recordEvent(open, 'TRANSITION_UNDONE', { changes: movedChanges(open) });
  }
  await unlinkAllAsWorked(tx, links);
}

/** Its open cases belong to it again, but for one that is in another open pattern by now. */
async function groupAgain(tx: Transaction, patternId: string, undoneIds: readonly string[]): Promise<void> {
  await tx.em.execute(
    `update pattern_member pm set
       resolved_version = case when pm.bottleneck_id = any(?::uuid[]) then null else pm.resolved_version end,
       undo = case when pm.bottleneck_id = any(?::uuid[]) then null else pm.undo end,
       active = b.state not in ('RESOLVED', 'REFERRED', 'WITHDRAWN')
         and not exists (select from pattern_member o where o.bottleneck_id = b.id and o.active)
     from bottleneck b where pm.pattern_id = ? and b.id = pm.bottleneck_id`,
    [arrayLiteral(undoneIds), arrayLiteral(undoneIds), patternId],
  );
}
