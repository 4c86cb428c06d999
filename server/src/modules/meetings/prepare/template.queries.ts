import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { ledTables, leads, seesClosedPart } from '../meeting.policy.ts';
import { AgendaTemplate } from './agenda-template.entity.ts';

/** The templates of a table by name, for who prepares its meetings; others have none. One statement for all tables. */
export async function templatesOf(context: AppContext, tableId: string): Promise<AgendaTemplate[]> {
  const viewer = context.requireViewer();
  if (!leads(viewer, tableId)) return [];
  const loader = context.loader<AgendaTemplate[]>('templatesOf', async (ids) => {
    const rows = await context.em.find(AgendaTemplate, { tableId: { $in: [...ids] } }, { orderBy: { name: 'asc' } });
    return grouped(rows, (row) => row.tableId);
  });
  return (await loader.load(tableId)) ?? [];
}

/** The load of the node: templates of tables whose meetings the viewer prepares. */
export async function loadTemplates(context: AppContext, ids: readonly string[]): Promise<Map<string, AgendaTemplate>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<object[]>(
    'select t.* from agenda_template t where t.id = any(?::uuid[]) and t.table_id = any(?::uuid[])',
    [arrayLiteral(ids), ledTables(context.viewer)],
  );
  return new Map(rows.map((row) => context.em.map(AgendaTemplate, row)).map((template) => [template.id, template]));
}

/** The items of a template that the viewer may see: those of the closed part only with the right to it. */
export function itemsOf(context: AppContext, template: AgendaTemplate): AgendaTemplate['items'] {
  const all = seesClosedPart(context.requireViewer(), template.tableId);
  return template.items.filter((item) => all || !item.closedPart);
}
