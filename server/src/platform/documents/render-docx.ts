import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentBlock, DocumentFact, DocumentModel } from './document-model.ts';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;
const languages = { nl: 'nl-NL', en: 'en-GB' } as const;
/** Inside the margins of A4, in twentieths of a point. */
const textWidth = 9_638;
const margin = 1_134;

function runs(text: string, bold = false): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, bold, break: index > 0 ? 1 : 0 }));
}

function fact({ term, text }: DocumentFact): Paragraph {
  return new Paragraph({ style: 'Fact', children: [...runs(`${term}: `, true), ...runs(text)] });
}

function cell(text: string, width: number, bold: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [new Paragraph({ style: 'Cell', children: runs(text, bold) })],
  });
}

function table(given: Extract<DocumentBlock, { kind: 'table' }>): (Paragraph | Table)[] {
  const total = given.widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = given.header.map((_, index) => Math.round(((given.widths[index] ?? 1) / total) * textWidth));
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: header,
      children: cells.map((text, index) => cell(text, columnWidths[index] ?? 0, header)),
    });
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: runs(given.caption) }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths,
      rows: [row(given.header, true), ...given.rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ style: 'Cell' }),
  ];
}

function block(given: DocumentBlock, list: number): (Paragraph | Table)[] {
  switch (given.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[given.level - 1] ?? headings[4], children: runs(given.text) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(given.text) })];
    case 'quote':
      return [new Paragraph({ style: 'Quote', children: runs(given.text) })];
    case 'list':
      return given.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: given.numbered ? 'numbered' : 'bullets', level: 0, instance: list },
            children: runs(item),
          }),
      );
    case 'facts':
      return given.facts.map(fact);
    case 'table':
      return table(given);
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

const listStyle = { paragraph: { indent: { left: 480, hanging: 280 } } };

/** The document for a word processor, with real styles, headings and header rows. Expects a clean document. */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const document = new Document({
    title: model.title,
    creator: model.author,
    lastModifiedBy: model.author,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: languages[model.lang] } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
        },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 220, after: 80 }, keepNext: true } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { bold: true },
          paragraph: { spacing: { before: 160 } },
        },
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 480 } } },
        { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
        { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { after: 0, line: 252 } } },
        { id: 'Status', name: 'Status', basedOn: 'Normal', run: { bold: true } },
      ],
    },
    numbering: {
      config: [
        { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: listStyle }] },
        { reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: listStyle }] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          ...(model.status === '' ? [] : [new Paragraph({ style: 'Status', children: runs(model.status) })]),
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(model.title) }),
          ...model.facts.map(fact),
          ...model.blocks.flatMap(block),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
