import type { SqlEntityManager } from '@mikro-orm/sql';
import { tokensOf } from '../text/tokens.ts';
import type { Facet } from './concept.ts';

interface Theme {
  readonly code: string;
  readonly name: string;
  /** Its folded words, those of the code too. */
  readonly words: readonly string[];
}

const wordsOf = (text: string) => tokensOf(text.replaceAll('_', ' ')).map((token) => token.word);

/** The themes, as people name them: by name, by code, or by the beginning of one of its words when that says which. */
export class ThemeBook {
  private constructor(private readonly themes: readonly Theme[]) {}

  /** By folded words with a space between them; undefined when it is none of them, or could be two. */
  find(key: string): Facet | undefined {
    if (key === '') return undefined;
    const named = this.themes.filter(({ code, name }) =>
      [wordsOf(name), wordsOf(code)].some((words) => words.join(' ') === key),
    );
    const begun = this.themes.filter(({ words }) => words.some((word) => word.startsWith(key)));
    const [theme, ...more] = named.length > 0 ? named : begun;
    return theme && more.length === 0 ? { kind: 'THEME', codes: [theme.code], name: theme.name } : undefined;
  }

  nameOf(code: string): string | undefined {
    return this.themes.find((theme) => theme.code === code)?.name;
  }

  /** Reads the themes from the database: one statement. */
  static async read(em: SqlEntityManager): Promise<ThemeBook> {
    const rows: { code: string; name: string }[] = await em.execute('select code, name from theme order by code');
    return new ThemeBook(rows.map(({ code, name }) => ({ code, name, words: [...wordsOf(name), ...wordsOf(code)] })));
  }
}
