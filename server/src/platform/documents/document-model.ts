/** Languages that a document can be written in. */
export type DocumentLanguage = 'nl' | 'en';

/** A word and what it stands for: a fact about the document, or a term with its text. */
export interface DocumentFact {
  readonly term: string;
  readonly text: string;
}

export type DocumentBlock =
  /** Level 1 comes under the title. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly DocumentFact[] }
  /** Every row has as many cells as the header; `widths` are shares. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'pageBreak' };

/** A document as what it says, whatever it is written as. Every text is plain: nothing in it is markup. */
export interface DocumentModel {
  readonly title: string;
  readonly lang: DocumentLanguage;
  /** Who it is from, for the properties of the file. */
  readonly author: string;
  /** Stands above the title, for example that it is a draft; empty for none. */
  readonly status: string;
  /** What it is about in a few facts, under the title. */
  readonly facts: readonly DocumentFact[];
  readonly blocks: readonly DocumentBlock[];
  /** As PDF it fits on one page, however small the letters become. */
  readonly onePage?: boolean;
}

/** What a document can be written as. */
export const documentFormats = ['PDF', 'DOCX', 'MARKDOWN'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** How files of each format are called and sent. */
export const formatFacts: Readonly<Record<DocumentFormat, { readonly extension: string; readonly mediaType: string }>> =
  {
    PDF: { extension: 'pdf', mediaType: 'application/pdf' },
    DOCX: {
      extension: 'docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  };
