import * as Y from 'yjs';

/** A paragraph, heading or line of a list of a text that people wrote together. */
export interface TextBlock {
  readonly kind: 'PARAGRAPH' | 'HEADING' | 'BULLET' | 'NUMBERED' | 'QUOTE';
  readonly text: string;
  /** Of a heading or of a line in a nested list; 1 is the highest. */
  readonly level: number;
}

/** The part of a document that the editor writes in. */
export const textField = 'default';

/** Deeper than any editor of ours nests; what lies below comes from elsewhere and is read as if it stood here. */
const deepest = 12;

interface Place {
  readonly kind: TextBlock['kind'];
  readonly level: number;
  /** A further paragraph of a line in a list, whose words go on with the block before. */
  readonly goesOn?: boolean;
}

/** How the words of a document are read, where plain words are not enough. */
export interface TextReading {
  /** The words of a piece of text, with whatever says how they look. */
  readonly wordsOf: (text: Y.XmlText) => string;
  /** Does a further paragraph of a line in a list belong to that line? Otherwise it is a paragraph of its own. */
  readonly wholeLines: boolean;
}

const plainly: TextReading = { wordsOf: plain, wholeLines: false };

const lists: Readonly<Record<string, TextBlock['kind']>> = { bulletList: 'BULLET', orderedList: 'NUMBERED' };

/**
 * The text of a document, block by block, without what is blank. Clients make documents, so any shape is read: what no editor of ours
 * writes counts as paragraphs, and controls and halves of characters are left out.
 */
export function blocksOf(doc: Y.Doc, reading: TextReading = plainly): TextBlock[] {
  const blocks: TextBlock[] = [];
  walk(doc.getXmlFragment(textField), { kind: 'PARAGRAPH', level: 1 }, 0, blocks, reading);
  return blocks;
}

function walk(parent: Y.XmlFragment, place: Place, depth: number, blocks: TextBlock[], reading: TextReading): void {
  const isLine = parent instanceof Y.XmlElement && parent.nodeName === 'listItem';
  let line = '';
  // Only the first paragraph of a line in a list has its mark.
  const marked = (): Place =>
    isLine && blocks.length > before
      ? { kind: 'PARAGRAPH', level: 1, goesOn: reading.wholeLines && blocks.length === before + 1 }
      : place;
  const before = blocks.length;
  const end = () => {
    const text = printable(line);
    line = '';
    if (text !== '') add(blocks, marked(), text);
  };
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) line += reading.wordsOf(child);
    else if (!(child instanceof Y.XmlElement)) continue;
    else if (child.nodeName === 'hardBreak') line += '\n';
    else if (depth < deepest) {
      end();
      walk(child, lists[child.nodeName] ? placeIn(child, place) : placeIn(child, marked()), depth + 1, blocks, reading);
    }
  }
  end();
}

function add(blocks: TextBlock[], { kind, level, goesOn }: Place, text: string): void {
  const last = blocks.at(-1);
  if (goesOn && last) blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${text}` };
  else blocks.push({ kind, level, text });
}

function printable(line: string): string {
  return (
    line
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- exactly these are meant
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
      .trim()
  );
}

function placeIn(element: Y.XmlElement, around: Place): Place {
  const list = lists[element.nodeName];
  if (list) return { kind: list, level: around.kind === 'BULLET' || around.kind === 'NUMBERED' ? around.level + 1 : 1 };
  if (element.nodeName === 'heading') return { kind: 'HEADING', level: headingLevel(element.getAttribute('level')) };
  if (element.nodeName === 'blockquote') return { kind: 'QUOTE', level: 1 };
  return around;
}

/** The editor stands on a page that has headings of its own: its highest is the third. */
function headingLevel(given: unknown): number {
  const level = Math.trunc(Number(given)) - 2;
  return level >= 1 && level <= 4 ? level : 1;
}

function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');
}
