import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { DocumentKind } from './document-kind.ts';
import { registerRow, unknownDay } from './register-row.ts';

interface Row {
  id: string;
  name: string;
  plan_number: string | null;
  project_type: string;
  key_project: string;
  homes_note: string | null;
  source: string | null;
}

/** Housing projects of the registers, by name, plan number and type; where they lie is a fact. They are public to who is signed in. */
export const projectDocuments: DocumentKind = {
  ...registerRow,
  kind: 'PROJECT',
  label: { nl: 'Projecten', en: 'Projects' },
  node: 'Project',
  table: 'project',
  async searchText(em, ids) {
    const rows: Row[] = await em.execute(
      `select p.id, p.name, p.plan_number, p.project_type, p.key_project, p.homes_note, p.source
       from project p where p.id = any(?::uuid[])`,
      [arrayLiteral(ids)],
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.name,
      summary: row.homes_note ?? '',
      body: row.source === null ? [] : [row.source],
      keywords: [
        row.plan_number ?? '',
        row.project_type.toLowerCase().replaceAll('_', ' '),
        row.key_project === 'NO' ? '' : 'sleutelproject',
      ],
      themeCodes: [],
      changedAt: unknownDay,
    }));
  },
};
