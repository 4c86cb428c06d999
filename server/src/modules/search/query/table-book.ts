import type { SqlEntityManager } from '@mikro-orm/sql';
import { plainKey } from '../text/tokens.ts';
import type { Facet } from './concept.ts';

/** The tables, as people name them: by name, by short name, or by the last part of their address. */
export class TableBook {
  private constructor(
    private readonly tables: ReadonlyMap<string, Facet>,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  /** By folded words with a space between them. */
  find(key: string): Facet | undefined {
    return this.tables.get(key);
  }

  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  /** Reads the tables from the database: one statement. That they exist is public. */
  static async read(em: SqlEntityManager): Promise<TableBook> {
    const rows: { id: string; slug: string; name: string; short_name: string }[] = await em.execute(
      'select id, slug, name, short_name from acceleration_table order by position, id',
    );
    const tables = new Map<string, Facet>();
    for (const { id, slug, name, short_name: shortName } of rows) {
      const facet: Facet = { kind: 'TABLE', ids: [id], name: shortName };
      for (const text of [slug.replaceAll('-', ' '), name, shortName])
        if (!tables.has(plainKey(text))) tables.set(plainKey(text), facet);
    }
    return new TableBook(tables, new Map(rows.map((row) => [row.id, row.short_name])));
  }
}
