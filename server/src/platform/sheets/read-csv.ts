import { parse } from 'csv-parse/sync';
import { rowOf, type Sheet, type SheetCell, type SheetLimits, UnreadableSheets } from './sheet.ts';

const delimiters = [';', ',', '\t'] as const;
/** An apostrophe that an export puts before what a program would calculate. */
const guarded = /^'(?='*[=+\-@\t\r])/;

/** Text separated by semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252, as one sheet. @throws UnreadableSheets. */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Sheet {
  const text = decoded(bytes);
  const rows: Sheet['rows'][number][] = [];
  for (const [index, cells] of recordsOf(text).entries()) {
    const row = rowOf(
      index + 1,
      cells.slice(0, limits.columnsMax).map((cell) => cellOf(cell, limits)),
    );
    if (row) rows.push(row);
  }
  if (rows.length > limits.rowsMax) throw new UnreadableSheets('TOO_MANY_ROWS');
  return { name: 'CSV', rows };
}

function cellOf(value: string, { cellMax }: SheetLimits): SheetCell | null {
  if (value.trim() === '') return null;
  return { kind: 'TEXT', text: value.replace(guarded, '').slice(0, cellMax + 1), formula: false };
}

/** UTF-16 by its mark, UTF-8 when it is that, or else what Excel on Windows writes. */
function decoded(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function recordsOf(text: string): string[][] {
  // Excel says with a first line of its own what separates the cells.
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  try {
    return parse(body, {
      delimiter: declared?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
      bom: true,
    });
  } catch (error) {
    throw new UnreadableSheets('UNREADABLE', { cause: error });
  }
}

/** The one that cuts the first lines into the most, and the most even, cells; what stands between quotes does not count. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const countIn = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).toSorted((one, other) => one - other);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  };
  return delimiters.toSorted((one, other) => countIn(other) - countIn(one))[0] ?? ';';
}
