import { fold } from '@versnellingstafel/shared/search/fold';

/** Forms that may start or end a compound, each with the word it is a form of. */
export interface WordList {
  readonly starts: ReadonlyMap<string, string>;
  readonly ends: ReadonlyMap<string, string>;
  /** Is this a word by itself, in its plain form? */
  knows(word: string): boolean;
}

/**
 * Words of this trade that the dictionary leaves out of compounds because, in general prose, they would allow
 * misspellings: short ones, and abbreviations that people glue to other words.
 */
const tradeWords = (
  'net wet grex aerius corporatie congestie saldering transformator bopa ladder soort soorten advies toets water milieu warmte ' +
  'onderbouwing behoefte regio markt flex huur koop bedrijf bedrijven belang zonering ruimte berging besluit besluiten kosten overleg prioritering'
).split(' ');

/**
 * Reads a Hunspell word list of OpenTaal. Flags used: Ca starts a compound, Cc ends one, Cd and Ch take a linking s,
 * Ce both, Za/Zb/Zc/Ze/Zf/Zi make plurals, Fw forbids.
 * Source: https://github.com/OpenTaal/opentaal-hunspell (`nl.aff`).
 */
export function readWordList(dic: string): WordList {
  const starts = new Map<string, string>();
  const ends = new Map<string, string>();
  const words = new Set<string>();
  let from = dic.indexOf('\n') + 1;
  while (from < dic.length) {
    const newline = dic.indexOf('\n', from);
    const to = newline < 0 ? dic.length : newline;
    readEntry(dic.slice(from, to), starts, ends, words);
    from = to + 1;
  }
  for (const word of tradeWords) {
    starts.set(word, word);
    ends.set(word, word);
  }
  return { starts, ends, knows: (word) => words.has(word) };
}

function readEntry(line: string, starts: Map<string, string>, ends: Map<string, string>, words: Set<string>): void {
  const slash = line.indexOf('/');
  const spelled = (slash < 0 ? line : line.slice(0, slash)).trim();
  if (!/^[\p{Ll}ĳ]{2,}$/u.test(spelled)) return;
  const word = fold(spelled);
  const flags = new Set(slash < 0 ? [] : line.slice(slash + 1).match(/../g));
  if (flags.has('Fw')) return;
  if (!flags.has('Cx')) words.add(word);
  if (word.length < 3) return;
  const plurals = pluralsOf(word, flags);
  if (flags.has('Ca') || flags.has('Ce') || flags.has('Cd')) addForm(starts, word, word);
  if (flags.has('Cd') || flags.has('Ch')) addForm(starts, `${word}s`, word);
  for (const plural of plurals) if (plural.endsWith('n')) addForm(starts, plural, word);
  if (flags.has('Cc') || flags.has('Cd') || flags.has('Ce')) {
    for (const form of [word, ...plurals]) addForm(ends, form, word);
  }
}

/** The plain word wins over a form of another one. */
function addForm(forms: Map<string, string>, form: string, word: string): void {
  if (form === word || !forms.has(form)) forms.set(form, word);
}

function pluralsOf(word: string, flags: ReadonlySet<string>): string[] {
  const plurals: string[] = [];
  const last = word.at(-1) ?? '';
  if (flags.has('Za') || flags.has('Zc')) plurals.push(`${word}s`);
  if (flags.has('Zb')) plurals.push(`${word}en`);
  if (flags.has('Ze')) plurals.push(`${word}${last}en`);
  // kanaal → kanalen, norm stays: the vowel is written once before a single consonant.
  if (flags.has('Zf'))
    plurals.push(/(aa|ee|oo|uu)[^aeiou]$/.test(word) ? `${word.slice(0, -2)}${last}en` : `${word}${last}en`);
  if (flags.has('Zi')) plurals.push(`${word}n`);
  return plurals;
}
