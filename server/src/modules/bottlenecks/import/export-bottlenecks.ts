import { type ImportField, importFields, importFieldWords } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SheetColumn, WrittenRow } from '../../../platform/sheets/column.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { BottleneckOrder } from '../bottleneck.enums.ts';
import { matchingBottlenecks } from '../bottleneck.filter.ts';
import { bottleneckOrders } from '../bottleneck.order.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import type { BottleneckFilter } from '../bottleneck.types.ts';
import { readsDossier } from '../escalation/shared-in-part.ts';
import { caseColumns, caseJoins, type CaseRow, columnKinds, columnOf } from './case-columns.ts';

const chunk = 500;
const wide: readonly ImportField[] = ['TITLE', 'DESCRIPTION', 'ASK', 'TRIED_SO_FAR', 'PROJECT', 'NEXT_STEP', 'REMARK'];
/** What only those read who read the dossier of a case. */
const ofDossier: readonly ImportField[] = ['DESCRIPTION', 'TRIED_SO_FAR', 'ACTION_HOLDER', 'REMARK'];

/** The columns of an export: those of an import, under their Dutch names. */
export const exportColumns: readonly SheetColumn[] = importFields.map((field) => ({
  header: importFieldWords[field].label.nl,
  kind: columnKinds[field] ?? 'TEXT',
  width: wide.includes(field) ? 45 : 18,
}));

/**
 * The cases that match a filter and that the viewer may see, in chunks: which they are is asked once, and what they say as it is
 * written, each time under the rights of the viewer.
 */
export async function* exportRows(
  context: AppContext,
  { filter, order }: { readonly filter: BottleneckFilter; readonly order: BottleneckOrder },
): AsyncGenerator<WrittenRow[]> {
  const viewer = context.requireViewer();
  const where = matchingBottlenecks(viewer, filter, localDateOf(context.now()));
  const keys = bottleneckOrders[order].map((key) => `${key.sql} ${key.direction}${key.nullable ? ' nulls last' : ''}`);
  const ids = await context.em.execute<{ id: string }[]>(
    `select b.id from bottleneck b where ${where.sql} order by ${[...keys, 'b.id'].join(', ')}`,
    [...where.params],
  );
  const visible = visibleBottlenecks(viewer, 'b');
  const dossier = readsDossier(viewer, 'b');
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk).map((row) => row.id);
    const rows = await context.em.execute<(CaseRow & { readsDossier: boolean })[]>(
      `select ${caseColumns}, ${dossier.sql} as "readsDossier" from bottleneck b ${caseJoins} where b.id = any(?::uuid[]) and ${visible.sql}`,
      [...dossier.params, arrayLiteral(part), ...visible.params],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield part.flatMap((id) => {
      const row = byId.get(id);
      return row
        ? [importFields.map((field) => (row.readsDossier || !ofDossier.includes(field) ? columnOf[field](row) : ''))]
        : [];
    });
  }
}
