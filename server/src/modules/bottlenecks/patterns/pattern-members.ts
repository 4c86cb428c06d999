import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { patternLimits } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import type { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { openBottlenecks } from '../open-bottleneck.ts';

/** The bare ids behind an input, each once; null for what cannot be one. */
export function caseIdsOf(ids: readonly string[]): (string | null)[] {
  return [...new Set(ids)].map((id) => uuidOf('Bottleneck', id));
}

/**
 * The cases that are to belong to a pattern: each is there for the viewer, open, held by the table and in no other open
 * pattern. They stay locked, so that no other pattern takes them meanwhile.
 */
export async function checkMembers(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  inputIds: readonly string[],
  { tableId, patternId }: { tableId: string; patternId: string | null },
): Promise<string[]> {
  const wanted = check.atMost('bottleneckIds', caseIdsOf(inputIds), patternLimits.membersMax);
  const ids = wanted.filter((id) => id !== null);
  const cases = await openBottlenecks(tx, viewer, { sql: 'b.id = any(?::uuid[])', params: [arrayLiteral(ids)] });
  const elsewhere = await openPatternsOf(tx, ids, patternId);
  const byId = new Map(cases.map((open) => [open.row.id, open.row]));
  for (const [index, id] of wanted.entries()) {
    const row = byId.get(id ?? '');
    const refuse = (code: Parameters<InputCheck['refuse']>[1], values: Record<string, string> = {}) =>
      check.refuse('bottleneckIds', code, values, String(index));
    if (!row) refuse('UNKNOWN_BOTTLENECK');
    else if (row.isPrivate() || !isOpen(row.state)) refuse('PATTERN_CASE_NOT_OPEN', { number: row.number });
    else if (row.heldById !== tableId) refuse('PATTERN_OTHER_TABLE', { number: row.number });
    else if (elsewhere.has(row.id))
      refuse('IN_OTHER_PATTERN', { number: row.number, pattern: elsewhere.get(row.id) ?? '' });
  }
  return ids;
}

/** The number of the open pattern of each case that has another one. */
async function openPatternsOf(
  tx: Transaction,
  ids: readonly string[],
  patternId: string | null,
): Promise<Map<string, string>> {
  const rows = await tx.em.execute<{ id: string; number: string }[]>(
    `select pm.bottleneck_id as id, p.number from pattern_member pm join pattern p on p.id = pm.pattern_id
     where pm.active and pm.bottleneck_id = any(?::uuid[]) and p.id is distinct from ?::uuid`,
    [arrayLiteral(ids), patternId],
  );
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** Puts cases into a pattern; those that are in it stay. @returns those that are new. */
export async function putMembers(tx: Transaction, patternId: string, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.em.execute<{ id: string }[]>(
    `insert into pattern_member (pattern_id, bottleneck_id) select ?::uuid, id from unnest(?::uuid[]) as given (id)
     on conflict (pattern_id, bottleneck_id) do nothing returning bottleneck_id as id`,
    [patternId, arrayLiteral(caseIds)],
  );
  return rows.map((row) => row.id);
}
