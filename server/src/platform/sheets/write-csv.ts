import type { SheetColumn, WrittenRow } from './column.ts';

/** What a program would calculate, and what looks as if it had been guarded already. */
const active = /^'*[=+\-@\t\r]/;

/**
 * A list as Excel in Dutch reads it: semicolons, UTF-8 with a mark, dates as 03-12-2026. Whatever a program would take for a formula
 * begins with an apostrophe.
 */
export async function* writeCsv(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${columns.map((column) => quoted(column.header)).join(';')}\r\n`;
  for await (const chunk of rows) {
    const lines = chunk.map((row) => columns.map((column, index) => cell(column, row[index] ?? '')).join(';'));
    if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
  }
}

function cell({ kind }: SheetColumn, value: string): string {
  if (kind === 'DATE') return value.split('-').toReversed().join('-');
  return quoted(active.test(value) && kind === 'TEXT' ? `'${value}` : value);
}

function quoted(text: string): string {
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
