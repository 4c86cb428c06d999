import type { SqlEntityManager } from '@mikro-orm/sql';
import { plainKey } from '../text/tokens.ts';
import words from '../data/words.json' with { type: 'json' };
import type { Facet, Reading } from './concept.ts';

/** What a name on the map means. */
export interface PlaceEntry {
  readonly facet: Facet;
  readonly reading: Omit<Reading, 'from'> | null;
}

interface MunicipalityRow {
  id: string;
  name: string;
  places: string[];
  region_id: string;
  region_code: string;
  region_name: string;
}

/** Municipalities, their villages and the regions, as people name them. All of it is public. */
export class PlaceBook {
  readonly #entries: ReadonlyMap<string, PlaceEntry>;
  readonly longest: number;

  private constructor(
    entries: ReadonlyMap<string, PlaceEntry>,
    private readonly municipalities: ReadonlyMap<string, string>,
    private readonly regions: ReadonlyMap<string, string>,
  ) {
    this.#entries = entries;
    this.longest = Math.max(1, ...[...entries.keys()].map((key) => key.split(' ').length));
  }

  /** By folded words with a space between them. */
  find(key: string): PlaceEntry | undefined {
    return this.#entries.get(key);
  }

  /** Names of one word, for typing errors. */
  names(): string[] {
    return [...this.#entries.keys()].filter((key) => !key.includes(' '));
  }

  municipalityName(id: string): string | undefined {
    return this.municipalities.get(id);
  }

  regionName(id: string): string | undefined {
    return this.regions.get(id);
  }

  /** Reads the places from the database: one statement. */
  static async read(em: SqlEntityManager): Promise<PlaceBook> {
    const rows: MunicipalityRow[] = await em.execute(
      `select m.id, m.name, m.places, m.region_id, r.code as region_code, r.name as region_name
       from municipality m join region r on r.id = m.region_id order by m.name`,
    );
    const entries = new Map<string, PlaceEntry>();
    const ids = new Map<string, { ids: string[]; names: string[] }>();
    for (const row of rows) {
      for (const place of row.places) {
        const known = ids.get(plainKey(place)) ?? { ids: [], names: [] };
        ids.set(plainKey(place), { ids: [...known.ids, row.id], names: [...known.names, row.name] });
      }
    }
    for (const [key, { ids: municipalityIds, names }] of ids) {
      const name = names.join(', ');
      entries.set(key, {
        facet: { kind: 'MUNICIPALITY', ids: municipalityIds, name },
        reading: { to: name, kind: 'PLACE' },
      });
    }
    for (const row of rows) {
      entries.set(plainKey(row.name), {
        facet: { kind: 'MUNICIPALITY', ids: [row.id], name: row.name },
        reading: { to: row.name, kind: 'MUNICIPALITY' },
      });
    }
    for (const region of words.regions) {
      const row = rows.find((each) => each.region_code === region.code);
      if (!row) continue;
      for (const word of region.words) {
        entries.set(plainKey(word), {
          facet: { kind: 'REGION', ids: [row.region_id], name: row.region_name },
          reading: { to: row.region_name, kind: 'REGION' },
        });
      }
    }
    return new PlaceBook(
      entries,
      new Map(rows.map((row) => [row.id, row.name])),
      new Map(rows.map((row) => [row.region_id, row.region_name])),
    );
  }
}
