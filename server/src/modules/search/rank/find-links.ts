import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';

/** From one found thing to a case or note it is linked with. */
export interface LinkedPair {
  readonly from: string;
  readonly to: string;
}

const mostLinks = 60;

/** Notes used on these cases, and cases that these notes were used on; rights are asked afterwards. One statement. */
export async function findLinks(em: SqlEntityManager, ids: readonly string[]): Promise<LinkedPair[]> {
  if (ids.length === 0) return [];
  const list = arrayLiteral(ids);
  const rows: { note_id: string; bottleneck_id: string }[] = await em.execute(
    `(select note_id, bottleneck_id from application where bottleneck_id = any(?::uuid[]) order by applied_on desc, id limit ${mostLinks})
     union all
     (select note_id, bottleneck_id from application where note_id = any(?::uuid[]) order by applied_on desc, id limit ${mostLinks})`,
    [list, list],
  );
  const asked = new Set(ids);
  const pairs = new Map<string, LinkedPair>();
  for (const { note_id: note, bottleneck_id: bottleneck } of rows) {
    if (asked.has(note)) pairs.set(`${note} ${bottleneck}`, { from: note, to: bottleneck });
    if (asked.has(bottleneck)) pairs.set(`${bottleneck} ${note}`, { from: bottleneck, to: note });
  }
  return [...pairs.values()];
}
