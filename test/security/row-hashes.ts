import type { TestApp } from '@versnellingstafel/server/testing/test-app';

/** A session notes when it was used; that is no change that anybody asked for. */
const restless = ['session', 'mikro_orm_migrations'];

/** A hash of the rows of every table, by its name, once all that listens has done its part. */
export async function rowHashes({ database, platform }: TestApp): Promise<Readonly<Record<string, string>>> {
  await platform.streams.drain();
  const em = database.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const sums = tables
    .filter(({ name }) => !restless.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(r::text, chr(10) order by r::text), '')) as hash from "${name}" r`,
    );
  const rows = await em.execute<{ name: string; hash: string }[]>(sums.join(' union all '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** The tables of which rows differ between two moments. */
export function changedTables(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}
