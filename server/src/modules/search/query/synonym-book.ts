import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isCapitals, tokensOf } from '../text/tokens.ts';
import type { Stemmer } from '../text/stemmer.ts';
import spoken from '../data/spoken-words.json' with { type: 'json' };
import data from '../data/synonyms.json' with { type: 'json' };
import type { Term } from './concept.ts';
import { phraseKey } from './phrase-key.ts';

/** Terms that find one another, and terms that find them. */
interface Group {
  readonly canonical: string;
  readonly terms: readonly string[];
  readonly oneWay?: readonly string[];
  readonly capitals?: readonly string[];
  readonly theme?: string;
}

/** What the book says of one term. */
export interface SynonymEntry {
  /** The name of the thing, when it is another than the term itself. */
  readonly canonical: string;
  readonly synonyms: readonly Term[];
  readonly theme: string | null;
  readonly oldLaw: { readonly now: string; readonly since: string } | null;
  readonly abbreviation: boolean;
}

/** Those of the trade first: where a term is in both, they say what it is called and which theme it is of. */
const groups: readonly Group[] = [
  ...data.groups,
  ...spoken.groups.map((group) => ({ ...group, canonical: group.terms[0] ?? '' })),
];

/** Those that the province added and that hold on a day; after those that came with the program. */
async function ownGroups(em: SqlEntityManager, today: LocalDate): Promise<Group[]> {
  const rows = await em.execute<{ terms: string[]; oneWay: string[]; theme: string | null }[]>(
    `select s.terms, s.one_way as "oneWay", t.code as theme from synonym_group s left join theme t on t.id = s.theme_id
     where s.removed_at is null and (s.valid_from is null or s.valid_from <= ?::date) and (s.valid_until is null or s.valid_until >= ?::date)
     order by s.created_at, s.id`,
    [today, today],
  );
  return rows.map(({ terms, oneWay, theme }) => ({
    canonical: terms[0] ?? '',
    terms,
    oneWay,
    ...(theme !== null && { theme }),
  }));
}

/** Tokens that stand for something in capitals only: RO, BO, N. The index knows them under a name of their own. */
const capitalTokens: ReadonlySet<string> = new Set(groups.flatMap((group) => group.capitals ?? []));

/** The word under which the index knows a token: `caps` and the letters for one that counts in capitals only. */
export function indexWord(token: { raw: string; word: string }): string {
  return capitalTokens.has(token.raw) ? `caps${token.word}` : token.word;
}

/** `Woo`, `LDV`, `BOPA`, `N35`: short, with capitals. They match whole words only. */
function isAbbreviation(term: string): boolean {
  return !term.includes(' ') && /\p{Lu}/u.test(term) && (term.length <= 4 || isCapitals(term));
}

/** The synonyms of the trade, by the stems of each term. */
export class SynonymBook {
  readonly #entries: ReadonlyMap<string, SynonymEntry>;
  /** Words in the longest term. */
  readonly longest: number;

  private constructor(entries: ReadonlyMap<string, SynonymEntry>) {
    this.#entries = entries;
    this.longest = Math.max(...[...entries.keys()].map((key) => key.split(' ').length));
  }

  /** What is known of a sequence of words, by `phraseKey`. */
  find(key: string): SynonymEntry | undefined {
    return this.#entries.get(key);
  }

  /** Reads what came with the program and what the province added; two statements. */
  static async read(em: SqlEntityManager, stemmer: Stemmer, today: LocalDate): Promise<SynonymBook> {
    const all = [...groups, ...(await ownGroups(em, today))];
    const texts = new Set(
      all.flatMap((group) => [group.canonical, ...group.terms, ...(group.oneWay ?? []), ...(group.capitals ?? [])]),
    );
    for (const law of data.oldLaw) texts.add(law.term);
    const words = [...texts].flatMap((text) => tokensOf(text).map(indexWord));
    const stems = await stemmer.stems(em, words);
    const termOf = (text: string): Term => {
      const own = tokensOf(text).map(indexWord);
      return { text, words: own, stems: own.map((word) => stems.get(word) ?? null) };
    };
    const laws = new Map(data.oldLaw.map((law) => [phraseKey(termOf(law.term)), law]));
    const entries = new Map<string, SynonymEntry>();
    for (const group of all) {
      const terms = group.terms.map(termOf);
      for (const text of [...group.terms, ...(group.oneWay ?? []), ...(group.capitals ?? [])]) {
        const key = phraseKey(termOf(text));
        const law = laws.get(key);
        const before = entries.get(key);
        const others = terms.filter((term) => phraseKey(term) !== key);
        entries.set(key, {
          canonical: before?.canonical ?? group.canonical,
          synonyms: [...(before?.synonyms ?? []), ...others],
          theme: before?.theme ?? group.theme ?? null,
          oldLaw: law ? { now: law.now, since: law.since } : null,
          abbreviation: (before?.abbreviation ?? false) || isAbbreviation(text),
        });
      }
    }
    return new SynonymBook(entries);
  }
}
