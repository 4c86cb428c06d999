import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { guessed, meansNothing, oneLine, type RawCell, type Reading, refused } from './import-cells.ts';

const number = String.raw`(\d{1,3}(?:\.\d{3})+|\d+)`;
const about = String.raw`(?:ca\.?|circa|ongeveer|ong\.?|plm\.?|rond(?: de)?|±|\+\/-|~|min\.?|minimaal|max\.?|maximaal|>|<|>=|<=)`;
const written = new RegExp(
  String.raw`^${about}?\s*${number}(?:\s*(?:-|–|à|a|tot|\/)\s*${number})?\s*(?:won\.?|woningen|woning|wo|app\.?|appartementen|stuks|st\.?|\+|\?)*\s*(?:\(.*\))?$`,
  'i',
);

/** How many homes wait, as people write it: a plain number is taken, `ca. 120 won.` and `100-150` (the least) are guesses. */
export function readHomes(cell: RawCell): Reading<number> {
  const raw = oneLine(cell.text);
  if (raw === '') return { state: 'BLANK' };
  if (meansNothing(raw)) return { state: 'BLANK', said: { code: 'CELL_NO_VALUE', values: { raw } } };
  const max = bottleneckLimits.homesMax;
  const unreadable = refused('CELL_HOMES_UNREADABLE', { raw: raw.slice(0, 80), max });
  const found = cell.kind === 'DATE' ? null : written.exec(raw);
  if (!found) return unreadable;
  const value = Number((found[1] ?? '').replaceAll('.', ''));
  if (value > max) return unreadable;
  return raw === String(value)
    ? { state: 'TAKEN', value }
    : guessed(value, 'CELL_HOMES_READ_AS', { raw: raw.slice(0, 80), value });
}
