import type { SqlEntityManager } from '@mikro-orm/sql';
import { pageOf, type SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { Person } from './person.entity.ts';
import type { AppContext } from './viewer.ts';

export interface PeopleQuery {
  readonly text: string | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
  /** Global ids; one that is not there gives an empty list. */
  readonly organisationId: string | null | undefined;
  readonly tableId: string | null | undefined;
}

function containing(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
}

function conditions(query: PeopleQuery): SqlPart[] {
  const parts: SqlPart[] = [];
  if (query.text?.trim()) {
    const pattern = containing(query.text);
    parts.push({
      sql: '(p.name ilike ? or p.job_title ilike ? or o.name ilike ?)',
      params: [pattern, pattern, pattern],
    });
  }
  if (query.organisationId != null)
    parts.push({ sql: 'p.organisation_id = ?', params: [uuidOf('Organisation', query.organisationId)] });
  if (query.tableId != null) {
    parts.push({
      sql: 'exists (select from membership m where m.person_id = p.id and m.table_id = ?)',
      params: [uuidOf('AccelerationTable', query.tableId)],
    });
  }
  return parts;
}

/** People by name, for pickers. Every signed-in person may look up every other. */
export function findPeople(context: AppContext, query: PeopleQuery): Promise<Page<Person>> {
  const where = conditions(query);
  return pageOf<Person>(context.platform.cursors, {
    list: 'people',
    first: query.first,
    after: query.after,
    filter: [query.text?.trim() ?? '', query.organisationId ?? null, query.tableId ?? null],
    keys: [{ sql: 'p.name', direction: 'asc', value: (person) => person.name }],
    idSql: 'p.id',
    rows: async (page) => {
      const all = [...where, page.where];
      const rows = await context.em.execute<Record<string, unknown>[]>(
        `select p.* from person p join organisation o on o.id = p.organisation_id
         where ${all.map((part) => part.sql).join(' and ')} order by ${page.orderBy} limit ${page.limit}`,
        all.flatMap((part) => part.params),
      );
      return rows.map((row) => context.em.map(Person, row));
    },
  });
}

/** Is there a person with this bare UUID? For use cases of other rooms that name one. */
export async function personExists(em: SqlEntityManager, id: string): Promise<boolean> {
  return (await em.count(Person, { id })) === 1;
}
