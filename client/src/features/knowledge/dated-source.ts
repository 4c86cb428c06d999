/** A source with the day it carries in its words. */
export interface DatedSource {
  /** ISO day */
  on: string;
  /** What stands before the day: “ABRvS”. */
  name: string;
  /** The case number in it, when there is one. */
  number: string | null;
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const dated = new RegExp(String.raw`^(.*?)[\s,]*\b(\d{1,2}) (${months.join('|')}) (\d{4})\b`, 'i');
const ecli = /\bECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9]+/i;

/** Reads the day in a source as it was typed, “ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923”; null when it names none. */
export function datedSource(text: string): DatedSource | null {
  const [, name = '', day = '', month = '', year = ''] = dated.exec(text) ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  if (number === 0 || Number(day) < 1 || Number(day) > 31) return null;
  return {
    on: `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`,
    name: name.trim(),
    number: ecli.exec(text)?.[0] ?? null,
  };
}
