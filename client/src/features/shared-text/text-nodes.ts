import * as Y from 'yjs';

/** The part of a document that the editor writes in; the server reads the same. */
export const textField = 'default';

const blocks: readonly string[] = ['paragraph', 'heading'];

/** The lines of a text as plain words: what is left of it when the editor is gone. */
export function linesOf(doc: Y.Doc): string[] {
  const lines: string[] = [];
  const walk = (node: Y.XmlFragment): void => {
    if (node instanceof Y.XmlElement && blocks.includes(node.nodeName)) {
      const line = wordsOf(node).trim();
      if (line !== '') lines.push(line);
      return;
    }
    for (const child of node.toArray()) if (child instanceof Y.XmlElement) walk(child);
  };
  walk(doc.getXmlFragment(textField));
  return lines;
}

function wordsOf(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText)
        return piecesOf(child)
          .map(({ words }) => words)
          .join('');
      return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? '\n' : '';
    })
    .join('');
}

/** Pieces of text with how they look. */
export function piecesOf(text: Y.XmlText): { words: string; bold: boolean }[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ words: insert, bold: attributes?.['bold'] !== undefined }] : [],
  );
}

/** Of these lines those that are not among the others, each as often as it is missing. */
export function missingFrom(others: readonly string[], lines: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
