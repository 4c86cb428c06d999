import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { DocumentKind } from './document-kind.ts';
import { registerRow, unknownDay } from './register-row.ts';

interface Row {
  id: string;
  name: string;
  short_name: string;
  kind: string;
  people: string[];
}

/** The spoken words for a kind of organisation. */
const kindWords: Readonly<Record<string, string>> = {
  MUNICIPALITY: 'gemeente',
  PROVINCE: 'provincie',
  HOUSING_CORPORATION: 'woningcorporatie',
  DEVELOPER: 'ontwikkelaar marktpartij',
  WATER_BOARD: 'waterschap',
  STATE: 'rijk ministerie',
};

/** Organisations with the people who work there: whom to ask. Work data only, which everybody who is signed in may look up. */
export const organisationDocuments: DocumentKind = {
  ...registerRow,
  kind: 'ORGANISATION',
  label: { nl: 'Organisaties', en: 'Organisations' },
  node: 'Organisation',
  table: 'organisation',
  async searchText(em, ids) {
    const rows: Row[] = await em.execute(
      `select o.id, o.name, o.short_name, o.kind,
         array(select concat_ws(', ', p.name, nullif(p.job_title, '')) from person p where p.organisation_id = o.id order by p.name, p.id) as people
       from organisation o where o.id = any(?::uuid[])`,
      [arrayLiteral(ids)],
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.name,
      summary: row.people.join('; '),
      body: [],
      keywords: [row.short_name, kindWords[row.kind] ?? ''],
      themeCodes: [],
      changedAt: unknownDay,
    }));
  },
};
