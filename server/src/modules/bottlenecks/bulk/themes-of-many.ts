import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { CaseTheme } from '../bottleneck-links.ts';

/** The themes of many cases, each list in its order, in one statement. */
export async function themesOfCases(tx: Transaction, ids: readonly string[]): Promise<Map<string, CaseTheme[]>> {
  const rows = await tx.em.execute<(CaseTheme & { bottleneckId: string })[]>(
    `select bt.bottleneck_id as "bottleneckId", t.id, t.name, t.code, t.default_confidentiality as "defaultConfidentiality"
     from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = any(?::uuid[]) order by bt.position`,
    [arrayLiteral(ids)],
  );
  return grouped(rows, (row) => row.bottleneckId);
}

/** Adds and takes away themes on many cases, in two statements. */
export async function changeThemes(
  tx: Transaction,
  ids: readonly string[],
  { add, remove }: { add: readonly CaseTheme[]; remove: readonly string[] },
): Promise<void> {
  if (remove.length > 0)
    await tx.em.execute(
      `delete from bottleneck_theme bt using theme t
       where t.id = bt.theme_id and bt.bottleneck_id = any(?::uuid[]) and t.code = any(?::text[])`,
      [arrayLiteral(ids), arrayLiteral(remove)],
    );
  if (add.length > 0)
    await tx.em.execute(
      `insert into bottleneck_theme (bottleneck_id, theme_id, position)
       select b.id, given.id, coalesce((select max(x.position) from bottleneck_theme x where x.bottleneck_id = b.id), 0) + given.position
       from unnest(?::uuid[]) as b (id), unnest(?::uuid[]) with ordinality as given (id, position) on conflict do nothing`,
      [arrayLiteral(ids), arrayLiteral(add.map(({ id }) => id))],
    );
}

/** Puts back the themes that cases had, in two statements. */
export async function restoreThemes(
  tx: Transaction,
  cases: readonly { readonly id: string; readonly themeIds: readonly string[] }[],
): Promise<void> {
  if (cases.length === 0) return;
  await tx.em.execute('delete from bottleneck_theme where bottleneck_id = any(?::uuid[])', [
    arrayLiteral(cases.map(({ id }) => id)),
  ]);
  await tx.em.execute(
    `insert into bottleneck_theme (bottleneck_id, theme_id, position)
     select (given ->> 'id')::uuid, theme.id::uuid, theme.position
     from jsonb_array_elements(?::jsonb) as row (given), jsonb_array_elements_text(given -> 'themeIds') with ordinality as theme (id, position)`,
    [JSON.stringify(cases)],
  );
}
