import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../platform/database/array-literal.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  /** Has an interest in the matter of this case and sees nothing of it. */
  readonly excluded: boolean;
}

/** People by id, with whether they are excluded from a case. */
export async function peopleFor(
  em: SqlEntityManager,
  bottleneckId: string,
  ids: readonly string[],
): Promise<Map<string, NamedPerson>> {
  const rows = await em.execute<NamedPerson[]>(
    `select p.id, p.name, exists (select from bottleneck_grant g
       where g.bottleneck_id = ? and g.person_id = p.id and g.kind = 'EXCLUDED') as excluded
     from person p where p.id = any(?::uuid[])`,
    [bottleneckId, arrayLiteral(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
