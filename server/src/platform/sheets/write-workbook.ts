import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { SheetColumn, WrittenRow } from './column.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const dayZero = Date.UTC(1899, 11, 30);

/** The styles by their place in `xl/styles.xml`. */
const style = { header: 1, text: 2, date: 3, number: 4 } as const;

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/**
 * A list as a workbook with one sheet, row by row, so that its size does not matter. Texts are text cells, which no program calculates;
 * dates and numbers are dates and numbers.
 */
export async function* writeWorkbook(
  sheetName: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  const book = `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [name, text] of Object.entries({ ...parts, 'xl/workbook.xml': book })) {
    // Packed, however small: a part whose size follows it is found only by where its packing ends.
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  sheet.push(strToU8(beginning(columns)));
  let number = 1;
  for await (const chunk of rows) {
    const text = chunk.map((row) => rowXml(columns, row, ++number)).join('');
    if (text !== '') sheet.push(strToU8(text));
    yield* taken();
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  yield* taken();
}

function beginning(columns: readonly SheetColumn[]): string {
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const headers = columns.map(({ header }, index) => textCell(index, 1, header, style.header)).join('');
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${frozen}<cols>${widths}</cols><sheetData><row r="1">${headers}</row>`;
}

function rowXml(columns: readonly SheetColumn[], row: WrittenRow, number: number): string {
  const cells = columns.map(({ kind }, index) => {
    const value = row[index] ?? '';
    if (value === '') return '';
    if (kind === 'NUMBER') return numberCell(index, number, value, style.number);
    if (kind === 'DATE')
      return numberCell(index, number, String((Date.parse(`${value}T00:00:00Z`) - dayZero) / 86_400_000), style.date);
    return textCell(index, number, value, style.text);
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function textCell(column: number, row: number, text: string, s: number): string {
  return `<c r="${letters(column)}${row}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function numberCell(column: number, row: number, value: string, s: number): string {
  return `<c r="${letters(column)}${row}" s="${s}"><v>${value}</v></c>`;
}

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Text as XML; what looks like an escape of the format itself stays as it was typed. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
      .replaceAll(/_x([0-9a-f]{4})_/gi, '_x005F_x$1_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
