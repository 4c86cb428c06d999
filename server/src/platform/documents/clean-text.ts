import type { DocumentBlock, DocumentFact, DocumentModel } from './document-model.ts';

/** The same document with `change` done to every text in it. */
export function mapTexts(model: DocumentModel, change: (text: string) => string): DocumentModel {
  const facts = (list: readonly DocumentFact[]) =>
    list.map(({ term, text }) => ({ term: change(term), text: change(text) }));
  const block = (given: DocumentBlock): DocumentBlock => {
    switch (given.kind) {
      case 'heading':
      case 'paragraph':
      case 'quote':
        return { ...given, text: change(given.text) };
      case 'list':
        return { ...given, items: given.items.map(change) };
      case 'facts':
        return { ...given, facts: facts(given.facts) };
      case 'table':
        return {
          ...given,
          caption: change(given.caption),
          header: given.header.map(change),
          rows: given.rows.map((row) => row.map(change)),
        };
      case 'pageBreak':
        return given;
    }
  };
  return {
    ...model,
    title: change(model.title),
    author: change(model.author),
    status: change(model.status),
    facts: facts(model.facts),
    blocks: model.blocks.map(block),
  };
}

/** Characters that no file format takes: control characters but for tab and new line, and what is no character at all. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text that every format can write: composed, with one kind of line end, without characters that a file cannot hold. */
function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwritable, '').normalize('NFC');
}

/**
 * The document with texts that every format can write, and with headings that never skip a level: who reads by headings, and the
 * standard for accessible PDF, ask for that.
 */
export function cleanDocument(model: DocumentModel): DocumentModel {
  let level = 0;
  const cleaned = mapTexts(model, cleanText);
  return {
    ...cleaned,
    blocks: cleaned.blocks.filter(hasContent).map((block) => {
      if (block.kind !== 'heading') return block;
      level = Math.max(1, Math.min(block.level, level + 1, 5));
      return { ...block, level };
    }),
  };
}

/** An empty heading, list or paragraph is nothing to read, and a table needs a column. */
function hasContent(block: DocumentBlock): boolean {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.text.trim() !== '';
    case 'list':
      return block.items.length > 0;
    case 'facts':
      return block.facts.length > 0;
    case 'table':
      return block.header.length > 0;
    case 'pageBreak':
      return true;
  }
}
