import { PDFDocument, type PDFFont, type PDFPage, type PDFRef, StandardFonts, rgb } from 'pdf-lib';
import { putLink, putOutline, type OutlineEntry } from './pdf-outline.ts';

export interface BundlePaper {
  readonly title: string;
  /** What it is when it is not bound in, for example "xlsx" or "link". */
  readonly kind: string;
  /** Where it can be had. */
  readonly url: string;
  /** A PDF to bind in. */
  readonly pdf?: Uint8Array;
}

export interface BundleItem {
  readonly number: string;
  readonly title: string;
  readonly detail: string;
  readonly papers: readonly BundlePaper[];
}

/** All papers of a meeting, in the words of who reads them. */
export interface Bundle {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly BundleItem[];
  readonly words: {
    readonly agenda: string;
    readonly papers: string;
    readonly notBound: string;
    readonly broken: string;
  };
}

export interface BundleAnswer {
  readonly pdf: Uint8Array;
}

const size: [number, number] = [595.28, 841.89];
const margin = 56;
const ink = rgb(0.1, 0.12, 0.16);
const soft = rgb(0.35, 0.38, 0.42);

/** Letters with a stroke fall not apart into a letter and an accent. */
const strokes: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', ı: 'i' };

/** Only what the standard typeface can show; other letters lose their accent or become a question mark. */
function printable(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet());
  return [...text.replace(/\s+/g, ' ')]
    .map((letter) => {
      if (known.has(letter.codePointAt(0) ?? 0)) return letter;
      const bare = strokes[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
      return [...bare].every((each) => known.has(each.codePointAt(0) ?? 0)) && bare ? bare : '?';
    })
    .join('');
}

/** Breaks a text into lines of this width; a word that is longer than a line is cut. */
function linesOf(font: PDFFont, text: string, points: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => font.widthOfTextAtSize(candidate, points) <= width;
  for (const word of printable(font, text).split(' ')) {
    let rest = word;
    while (!fits(rest)) {
      let cut = rest.length - 1;
      while (cut > 1 && !fits(rest.slice(0, cut))) cut -= 1;
      if (line) lines.push(line);
      line = '';
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    const longer = line ? `${line} ${rest}` : rest;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = rest;
    }
  }
  return [...lines, line];
}

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

/** Writes from top to bottom, on as many pages as it takes. Without parameter properties: a worker reads this source as it is. */
class Writer {
  page: PDFPage;
  readonly #pdf: PDFDocument;
  readonly #fonts: Fonts;
  #y = size[1] - margin;

  constructor(pdf: PDFDocument, fonts: Fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.page = pdf.addPage(size);
  }

  text(text: string, style: { points: number; bold?: boolean; soft?: boolean; gap?: number; link?: string }): void {
    const font = style.bold ? this.#fonts.bold : this.#fonts.plain;
    this.#y -= style.gap ?? 4;
    for (const line of linesOf(font, text, style.points, size[0] - 2 * margin)) {
      if (this.#y - style.points < margin) {
        this.page = this.#pdf.addPage(size);
        this.#y = size[1] - margin;
      }
      this.#y -= style.points * 1.35;
      this.page.drawText(line, { x: margin, y: this.#y, size: style.points, font, color: style.soft ? soft : ink });
      const width = font.widthOfTextAtSize(line, style.points);
      if (style.link !== undefined)
        putLink(this.page, [margin, this.#y - 2, margin + width, this.#y + style.points], style.link);
    }
  }
}

/** The document of a paper; null when it cannot be opened: damaged, or locked with a password. */
async function opened(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return pdf.getPageCount() > 0 ? pdf : null;
  } catch {
    return null;
  }
}

/**
 * One PDF of all papers: a page with the agenda, then a page for each item that has papers, each followed by its PDFs. What is no PDF,
 * or cannot be read, stands on the page of its item as a link. Bookmarks lead to every item and paper.
 */
export async function bindPapers(bundle: Bundle): Promise<BundleAnswer> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(printableTitle(bundle.title));
  pdf.setLanguage(bundle.language);
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const cover = new Writer(pdf, fonts);
  const outline: OutlineEntry[] = [{ title: bundle.words.agenda, page: cover.page.ref, below: [] }];
  cover.text(bundle.title, { points: 22, bold: true });
  cover.text(bundle.subtitle, { points: 12, soft: true });
  cover.text(bundle.words.agenda, { points: 14, bold: true, gap: 22 });
  for (const item of bundle.items) {
    cover.text(`${item.number}  ${item.title}`, { points: 11, gap: 8 });
    cover.text(item.detail, { points: 9, soft: true, gap: 0 });
  }
  for (const item of bundle.items) if (item.papers.length > 0) outline.push(await bindItem(pdf, fonts, item, bundle));
  putOutline(pdf, outline);
  return { pdf: await pdf.save() };
}

function printableTitle(title: string): string {
  return title.replace(/\s+/g, ' ').slice(0, 300);
}

async function bindItem(pdf: PDFDocument, fonts: Fonts, item: BundleItem, { words }: Bundle): Promise<OutlineEntry> {
  const writer = new Writer(pdf, fonts);
  const first = writer.page.ref;
  writer.text(`${item.number}  ${item.title}`, { points: 18, bold: true });
  writer.text(item.detail, { points: 10, soft: true });
  writer.text(words.papers, { points: 13, bold: true, gap: 18 });
  const documents = await Promise.all(item.papers.map(({ pdf: bytes }) => (bytes ? opened(bytes) : null)));
  const below: OutlineEntry[] = [];
  for (const [index, paper] of item.papers.entries()) {
    writer.text(paper.title, { points: 11, gap: 8, ...(documents[index] ? {} : { link: paper.url }) });
    if (documents[index]) continue;
    const why = paper.pdf ? words.broken : words.notBound;
    writer.text(`${paper.kind} · ${why}`, { points: 9, soft: true, gap: 0 });
  }
  for (const [index, paper] of item.papers.entries()) {
    const document = documents[index];
    const page = document ? await bindIn(pdf, document) : undefined;
    below.push({ title: paper.title, page: page ?? first, below: [] });
  }
  return { title: `${item.number} ${item.title}`, page: first, below };
}

/** Puts all pages behind what is there. @returns the first of them. */
async function bindIn(pdf: PDFDocument, document: PDFDocument): Promise<PDFRef | undefined> {
  const pages = await pdf.copyPages(document, document.getPageIndices());
  for (const page of pages) pdf.addPage(page);
  return pages[0]?.ref;
}
