import {
  bodyOfLines,
  type NoteList,
  nodesOfBody,
  piecesOfText,
  textOfPieces,
} from '@versnellingstafel/shared/knowledge/note-lines';
import * as Y from 'yjs';
import { blocksOf, type TextReading, textField } from '../../../platform/collab/text-blocks.ts';

/** The kind of document in which the explanation of a note is written together. */
export const noteBodyKind = 'note';

/** The name of the document for a note. */
export function noteBodyName(noteId: string): string {
  return `${noteBodyKind}:${noteId}`;
}

const withMarks: TextReading = {
  wholeLines: true,
  wordsOf: (text) =>
    textOfPieces(
      (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map(({ insert, attributes }) => ({
        words: typeof insert === 'string' ? insert : '',
        bold: attributes?.['bold'] !== undefined,
      })),
    ),
};

/** What stands in a document, as the row of the note has it. */
export function bodyOfDoc(doc: Y.Doc): string {
  return bodyOfLines(blocksOf(doc, withMarks));
}

/** A document as an editor would have made it, as its first change. */
export function updateOfBody(body: string): Uint8Array {
  const doc = new Y.Doc();
  try {
    doc.getXmlFragment(textField).insert(0, elementsOf(body));
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** Makes a document say this. What it says already stays what it is, so that a caret in it stays where it was. */
export function putBody(doc: Y.Doc, body: string): void {
  const wanted = new Y.Doc();
  try {
    const target = wanted.getXmlFragment(textField);
    target.insert(0, elementsOf(body));
    const fragment = doc.getXmlFragment(textField);
    const [present, next] = [linesIn(fragment), linesIn(target)];
    let same = 0;
    while (same < present.length && same < next.length && present[same] === next[same]) same += 1;
    let end = 0;
    while (end < present.length - same && end < next.length - same && present.at(-1 - end) === next.at(-1 - end))
      end += 1;
    fragment.delete(same, present.length - same - end);
    const added = target.toArray().slice(same, next.length - end) as Y.XmlElement[];
    fragment.insert(
      same,
      added.map((element) => element.clone()),
    );
  } finally {
    wanted.destroy();
  }
}

const linesIn = (fragment: Y.XmlFragment): string[] =>
  fragment.toArray().map((child) => JSON.stringify(child.toJSON()));

function elementsOf(body: string): Y.XmlElement[] {
  return nodesOfBody(body).map((node) => {
    if (node.kind === 'LIST') return listOf(node);
    if (node.kind === 'HEADING') {
      const heading = elementOf('heading', inlineOf(node.text));
      // The editor stands on a page that has headings of its own: its highest is the third.
      heading.setAttribute('level', (node.level + 2) as unknown as string);
      return heading;
    }
    const paragraph = elementOf('paragraph', inlineOf(node.text));
    return node.kind === 'QUOTE' ? elementOf('blockquote', [paragraph]) : paragraph;
  });
}

function listOf({ numbered, points }: NoteList): Y.XmlElement {
  const items = points.map(({ text, lists }) =>
    elementOf('listItem', [elementOf('paragraph', inlineOf(text)), ...lists.map(listOf)]),
  );
  const list = elementOf(numbered ? 'orderedList' : 'bulletList', items);
  if (numbered) list.setAttribute('start', 1 as unknown as string);
  return list;
}

function inlineOf(text: string): (Y.XmlElement | Y.XmlText)[] {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [new Y.XmlElement('hardBreak')] : []), textOf(line)]);
}

function textOf(line: string): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    piecesOfText(line).map(({ words, bold }) => ({ insert: words, ...(bold && { attributes: { bold: {} } }) })),
  );
  return text;
}

function elementOf(name: string, inside: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, inside);
  return made;
}
