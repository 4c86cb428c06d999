import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { actionKind, visibleActions } from '../../actions/actions.module.ts';
import { type DocumentKind, fact } from './document-kind.ts';
import { titleFrom } from './title-from.ts';

interface Row {
  id: string;
  number: string;
  what: string;
  done_note: string;
  withdrawn_reason: string;
  owner: string;
  organisation: string;
  updated_at: string | Date;
}

const sql = `
  select a.id, a.number, a.what, a.done_note, a.withdrawn_reason, a.updated_at, p.name as owner, o.name as organisation
  from action a join person p on p.id = a.owner_id join organisation o on o.id = p.organisation_id where a.id = any(?::uuid[])`;

/** Who does what by when: found by what has to be done, by who does it, and by its number. */
export const actionDocuments: DocumentKind = {
  kind: 'ACTION',
  label: { nl: 'Acties', en: 'Actions' },
  node: 'Action',
  subject: actionKind,
  table: 'action',
  visible: visibleActions,
  states: ['ACTION_OPEN', 'ACTION_DONE', 'ACTION_WITHDRAWN'],
  facts: {
    region: fact((row) => `(select ft.region_id from acceleration_table ft where ft.id = ${row}.table_id)`),
    table: fact((row) => `${row}.table_id`),
    state: fact((row) => `'ACTION_' || ${row}.state`),
    year: fact((row) => `extract(year from ${row}.due_on)::int`),
    overdue: (row, { today }) => ({ sql: `(${row}.state = 'OPEN' and ${row}.due_on < ?::date)`, params: [today] }),
    mine: (row, { viewer }) => ({ sql: `(${row}.owner_id = ?::uuid)`, params: [viewer.personId] }),
    retired: fact((row) => `${row}.state = 'WITHDRAWN'`),
  },
  async searchText(em, ids) {
    const rows: Row[] = await em.execute(sql, [arrayLiteral(ids)]);
    return rows.map((row) => ({
      id: row.id,
      ...titleFrom(row.what),
      body: [row.done_note, row.withdrawn_reason].filter(Boolean),
      keywords: [row.number, row.owner, row.organisation],
      themeCodes: [],
      changedAt: new Date(row.updated_at),
    }));
  },
};
