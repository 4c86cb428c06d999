import { bottleneckKind } from '../../bottlenecks/bottlenecks.module.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { DocumentSource, SearchText } from './document-source.ts';

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

/** The texts of cases. */
export const bottleneckSource: DocumentSource = {
  kind: 'BOTTLENECK',
  subject: bottleneckKind,
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
  async idsAfter(em, after, count) {
    const rows: { id: string }[] = await em.execute(
      `select id from bottleneck where ?::uuid is null or id > ?::uuid order by id limit ?`,
      [after, after, count],
    );
    return rows.map((row) => row.id);
  },
};
