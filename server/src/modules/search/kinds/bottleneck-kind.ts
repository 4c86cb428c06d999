import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { bottleneckKind, readsDossier, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { type DocumentKind, fact, type SearchText } from './document-kind.ts';

interface Row {
  id: string;
  number: string;
  title: string;
  description: string;
  ask: string;
  tried_so_far: string;
  next_step: string;
  proposed_resolution: string;
  resolution: string;
  referred_to: string;
  updated_at: string | Date;
  projects: string[];
  plan_numbers: string[];
  themes: string[];
  theme_codes: string[];
}

const sql = `
  select b.id, b.number, b.title, b.description, b.ask, b.tried_so_far, b.next_step, b.proposed_resolution, b.resolution, b.referred_to, b.updated_at,
    array(select p.name from bottleneck_project bp join project p on p.id = bp.project_id where bp.bottleneck_id = b.id order by bp.position) as projects,
    array(select p.plan_number from bottleneck_project bp join project p on p.id = bp.project_id where bp.bottleneck_id = b.id and p.plan_number is not null order by bp.position) as plan_numbers,
    array(select t.name from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = b.id order by bt.position) as themes,
    array(select t.code from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = b.id order by bt.position) as theme_codes
  from bottleneck b where b.id = any(?::uuid[])`;

/** Cases. Their words are searched only by who reads them: one that was shared in part is found on the lists of its table. */
export const bottleneckDocuments: DocumentKind = {
  kind: 'BOTTLENECK',
  label: { nl: 'Knelpunten', en: 'Bottlenecks' },
  node: 'Bottleneck',
  subject: bottleneckKind,
  table: 'bottleneck',
  visible(viewer, row) {
    const shown = visibleBottlenecks(viewer, row);
    const words = readsDossier(viewer, row);
    return { sql: `${shown.sql} and ${words.sql}`, params: [...shown.params, ...words.params] };
  },
  states: bottleneckStates,
  facts: {
    municipality: fact((row) => `${row}.municipality_id`),
    region: fact((row) => `${row}.region_id`),
    table: fact((row) => `${row}.held_by_id`),
    state: fact((row) => `${row}.state`),
    year: fact((row) => `extract(year from ${row}.filed_on)::int`),
    national: fact(
      (row) => `(exists (select from acceleration_table nt where nt.id = ${row}.held_by_id and nt.level = 'NATIONAL')
        or (${row}.state = 'ESCALATED' and ${row}.solvable_at = 'NATIONAL'))`,
    ),
    overdue: (row, { today }) => ({
      sql: `(${row}.due_on < ?::date and ${row}.state not in ('RESOLVED', 'REFERRED', 'WITHDRAWN'))`,
      params: [today],
    }),
    mine: (row, { viewer }) => ({
      sql: `coalesce(?::uuid in (${row}.filer_id, ${row}.owner_id, ${row}.lead_id), false)`,
      params: [viewer.personId],
    }),
    retired: fact((row) => `${row}.state = 'WITHDRAWN'`),
  },
  async searchText(em, ids): Promise<SearchText[]> {
    const rows: Row[] = await em.execute(sql, [arrayLiteral(ids)]);
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      summary: [row.ask, row.description].filter(Boolean).join('\n'),
      body: [row.tried_so_far, row.next_step, row.proposed_resolution, row.resolution, row.referred_to].filter(Boolean),
      keywords: [row.number, ...row.projects, ...row.plan_numbers, ...row.themes],
      themeCodes: row.theme_codes,
      changedAt: new Date(row.updated_at),
    }));
  },
};
