import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from 'pdf-lib';

/** A bookmark: a title, the page it leads to and what lies below it. */
export interface OutlineEntry {
  readonly title: string;
  readonly page: PDFRef;
  readonly below: readonly OutlineEntry[];
}

interface Placed {
  readonly entry: OutlineEntry;
  readonly ref: PDFRef;
}

/** Gives a PDF its bookmarks, unfolded, and has readers show them. */
export function putOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  const root = pdf.context.nextRef();
  pdf.context.assign(root, levelOf(pdf, root, entries, { Type: PDFName.of('Outlines') }));
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function countOf(entries: readonly OutlineEntry[]): number {
  return entries.reduce((total, entry) => total + 1 + countOf(entry.below), 0);
}

/** A dictionary with the entries below it written and linked. */
function levelOf(
  pdf: PDFDocument,
  self: PDFRef,
  below: readonly OutlineEntry[],
  own: Readonly<Record<string, PDFName | PDFHexString | PDFRef>>,
): PDFDict {
  const dict = PDFDict.withContext(pdf.context);
  for (const [key, value] of Object.entries(own)) dict.set(PDFName.of(key), value);
  const placed = below.map((entry): Placed => ({ entry, ref: pdf.context.nextRef() }));
  const [first, last] = [placed.at(0), placed.at(-1)];
  if (!first || !last) return dict;
  dict.set(PDFName.of('First'), first.ref);
  dict.set(PDFName.of('Last'), last.ref);
  dict.set(PDFName.of('Count'), PDFNumber.of(countOf(below)));
  for (const [index, { entry, ref }] of placed.entries()) {
    const item = levelOf(pdf, ref, entry.below, { Title: PDFHexString.fromText(entry.title), Parent: self });
    item.set(PDFName.of('Dest'), pdf.context.obj([entry.page, PDFName.of('Fit')]));
    const previous = placed[index - 1];
    const next = placed[index + 1];
    if (previous) item.set(PDFName.of('Prev'), previous.ref);
    if (next) item.set(PDFName.of('Next'), next.ref);
    pdf.context.assign(ref, item);
  }
  return dict;
}

/** Makes a rectangle of a page lead to an address. */
export function putLink(page: PDFPage, rectangle: readonly number[], url: string): void {
  const { context } = page.doc;
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [...rectangle],
    Border: [0, 0, 0],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(url.replace(/[()\\]/g, (sign) => `\\${sign}`)) },
  });
  page.node.addAnnot(context.register(link));
}
