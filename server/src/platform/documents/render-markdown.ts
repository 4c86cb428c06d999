import type { DocumentBlock, DocumentFact, DocumentModel } from './document-model.ts';

/** Characters that mean something in the middle of a line. */
const active = /[\\`*_[\]<>&|~$]/g;
/** What makes a heading, a list, a quote or a rule of a line that starts with it. */
const lineStart = /^(\s*)([#+\-=:]|\d+(?=[.)]))/;

/** A line of text that means nothing but itself. */
function inert(line: string): string {
  return line
    .trim()
    .replace(active, '\\$&')
    .replace(lineStart, (_whole, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** Text of one or more lines; a new line stays a new line, an empty one does not end the paragraph. */
function paragraph(text: string, indent = ''): string {
  const lines = text.split('\n').map(inert).filter(Boolean);
  return lines.join(`\\\n${indent}`);
}

/** Text with something before it on its line. Hashes at the end would be taken for the end of a heading. */
function withinLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(active, '\\$&')
    .replace(/#(?=#*$)/g, '\\#');
}

function facts(list: readonly DocumentFact[]): string {
  return list.map(({ term, text }) => `- **${withinLine(term)}**: ${paragraph(text, '  ')}`).join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(withinLine).join(' | ')} |`;
}

function block(given: DocumentBlock): string {
  switch (given.kind) {
    case 'heading':
      return `${'#'.repeat(given.level + 1)} ${withinLine(given.text)}`;
    case 'paragraph':
      return paragraph(given.text);
    case 'quote':
      return `> ${paragraph(given.text, '> ')}`;
    case 'list':
      return given.items
        .map((item, index) => `${given.numbered ? `${index + 1}.` : '-'} ${paragraph(item, '   ')}`)
        .join('\n');
    case 'facts':
      return facts(given.facts);
    case 'table':
      return [
        `**${withinLine(given.caption)}**`,
        '',
        tableRow(given.header),
        `|${given.header.map(() => ' --- |').join('')}`,
        ...given.rows.map(tableRow),
      ].join('\n');
    case 'pageBreak':
      return '---';
  }
}

/** The document as Markdown in which no text of people is markup. Expects a clean document. */
export function renderMarkdown(model: DocumentModel): string {
  const parts = [
    `# ${withinLine(model.title)}`,
    ...(model.status === '' ? [] : [`**${withinLine(model.status)}**`]),
    ...(model.facts.length === 0 ? [] : [facts(model.facts)]),
    ...model.blocks.map(block),
  ];
  return `${parts.join('\n\n')}\n`;
}
