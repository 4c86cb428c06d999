import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { fold } from '@versnellingstafel/shared/search/fold';
import { hasUnstorableCharacters, lengthOf, tidied } from '@versnellingstafel/shared/text/text';
import { guessed, meansNothing, oneLine, partsOf, type RawCell, type Reading, refused, said } from './import-cells.ts';
import { type KnownPerson, type KnownTheme, type Lookups, lowered } from './import-lookups.ts';

/** A text within its limits; on one line where it is a title. */
export function readText(
  cell: RawCell,
  { min = 0, max, singleLine = false }: { min?: number; max: number; singleLine?: boolean },
): Reading<string> {
  const text = singleLine ? oneLine(cell.text) : tidied(cell.text);
  if (text === '' || text === '-' || text === '–') return { state: 'BLANK' };
  const length = lengthOf(text);
  if (hasUnstorableCharacters(text, singleLine)) return refused('CELL_UNSTORABLE');
  if (length > max) return refused('CELL_TOO_LONG', { length, max });
  if (length < min) return refused('CELL_TOO_SHORT', { min });
  return { state: 'TAKEN', value: text };
}

/** The themes of a cell, in their order: by name or code, or by how their name begins. */
export function readThemes(cell: RawCell, { themes }: Lookups): Reading<readonly KnownTheme[]> {
  const raw = oneLine(cell.text);
  if (raw === '' || meansNothing(raw))
    return { state: 'BLANK', said: raw === '' ? undefined : said('CELL_NO_VALUE', { raw }) };
  const exactly = (word: string) =>
    themes.find((theme) => fold(theme.name) === fold(word) || theme.code === word.toUpperCase());
  const whole = exactly(raw);
  const parts = whole ? [raw] : partsOf(cell.text.replaceAll(/[,/]/g, ';'));
  const found: KnownTheme[] = [];
  let sure = true;
  for (const word of parts.slice(0, bottleneckLimits.themesMax)) {
    const theme = exactly(word) ?? themes.find((each) => looksLike(fold(each.name), fold(word)));
    if (!theme) {
      const choices = themes.map((each) => each.name).join(', ');
      return refused('CELL_THEME_UNKNOWN', { value: word.slice(0, 80), choices });
    }
    sure &&= exactly(word) !== undefined;
    if (!found.includes(theme)) found.push(theme);
  }
  const value = found.map((theme) => theme.name).join('; ');
  return sure
    ? { state: 'TAKEN', value: found }
    : guessed(found, 'CELL_THEME_READ_AS', { raw: raw.slice(0, 80), value });
}

function looksLike(name: string, word: string): boolean {
  if (word.length < 4) return false;
  return name.startsWith(word) || word.startsWith(name) || name.split(/[^a-z0-9]+/).includes(word);
}

/** A person by name or e-mail address; null when nobody is known by that. */
export function readPerson(cell: RawCell, { people }: Lookups): Reading<KnownPerson | null> {
  const raw = oneLine(cell.text);
  if (raw === '' || meansNothing(raw))
    return { state: 'BLANK', said: raw === '' ? undefined : said('CELL_NO_VALUE', { raw }) };
  if (hasUnstorableCharacters(raw, true)) return refused('CELL_UNSTORABLE');
  if (lengthOf(raw) > bottleneckLimits.lineMax)
    return refused('CELL_TOO_LONG', { length: lengthOf(raw), max: bottleneckLimits.lineMax });
  const found = people.get(lowered(raw)) ?? [];
  if (found.length > 1) return refused('CELL_PERSON_AMBIGUOUS', { value: raw });
  return { state: 'TAKEN', value: found[0] ?? null };
}
