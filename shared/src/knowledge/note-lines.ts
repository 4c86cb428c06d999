/**
 * How the explanation of a note is kept: plain lines that say what they are, a small part of Markdown. `# ` and `## ` begin a heading, `- `
 * a point, `1. ` a numbered point, `> ` a quote; two spaces before a point put it below the one above, a blank line ends a paragraph, and
 * `**` stands around what is bold. A line that only looks like one of these has a backslash before it.
 */
export type NoteLineKind = 'PARAGRAPH' | 'HEADING' | 'BULLET' | 'NUMBERED' | 'QUOTE';

/** A paragraph, heading, quote or point. Its text still has the marks of what is bold in it. */
export interface NoteLine {
  readonly kind: NoteLineKind;
  /** Of a heading (1 or 2), or of a point in a list within a list; 1 is the highest. */
  readonly level: number;
  readonly text: string;
}

/** Words that look the same. */
export interface NotePiece {
  readonly words: string;
  readonly bold: boolean;
}

/** A list with its points; below a point there may be lists. */
export interface NoteList {
  readonly kind: 'LIST';
  readonly numbered: boolean;
  readonly points: readonly NotePoint[];
}
interface NotePoint {
  readonly text: string;
  readonly lists: readonly NoteList[];
}

/** What stands below each other in a note. */
export type NoteNode =
  | { readonly kind: 'PARAGRAPH' | 'QUOTE'; readonly text: string }
  | { readonly kind: 'HEADING'; readonly level: number; readonly text: string }
  | NoteList;

const deepestHeading = 2;
const deepestList = 6;
const indent = '  ';
/** A line that begins like this is more than words. */
const marked = /^(?:#{1,2} |[-*•] |\d{1,3}[.)] |>(?: |$))/;
const heading = /^(#{1,2}) +(.*)$/;
const point = /^( *)(?:([-*•])|\d{1,3}[.)]) +(.*)$/;
const quote = /^>(?: (.*)|)$/;

const isPoint = ({ kind }: NoteLine): boolean => kind === 'BULLET' || kind === 'NUMBERED';
/** Words at the beginning of a line, so that they stay words. */
const kept = (line: string): string => (marked.test(line.replace(/^\\+/, '')) ? `\\${line}` : line);
const given = (line: string): string =>
  line.startsWith('\\') && marked.test(line.replace(/^\\+/, '')) ? line.slice(1) : line;

/** The lines of a text as it is kept. */
export function bodyOfLines(lines: readonly NoteLine[]): string {
  const numbers: number[] = [];
  let body = '';
  let before: NoteLine | undefined;
  for (const line of lines) {
    if (before) body += isPoint(before) && isPoint(line) ? '\n' : '\n\n';
    numbers.length = isPoint(line) ? Math.min(numbers.length, line.level) : 0;
    // The place of a point among its neighbours; one of the other kind begins anew.
    const at = line.level - 1;
    numbers[at] = line.kind === 'NUMBERED' ? (numbers[at] ?? 0) + 1 : 0;
    body += written(line, numbers[at] ?? 0);
    before = line;
  }
  return body;
}

function written({ kind, level, text }: NoteLine, number: number): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const below = indent.repeat(level - 1);
  switch (kind) {
    case 'HEADING':
      return `${'#'.repeat(Math.min(level, deepestHeading))} ${lines.join(' ')}`;
    case 'BULLET':
      return `${below}- ${lines.map(kept).join(`\n${below}${indent}`)}`;
    case 'NUMBERED':
      return `${below}${number}. ${lines.map(kept).join(`\n${below}${indent}`)}`;
    case 'QUOTE':
      return lines.map((line) => `> ${line}`).join('\n');
    case 'PARAGRAPH':
      return lines.map(kept).join('\n');
  }
}

/** Reads a text as it is kept, or as somebody typed it. */
export function linesOfBody(body: string): NoteLine[] {
  const lines: NoteLine[] = [];
  /** Does the next line go on with the last one? */
  let open = false;
  for (const raw of body.split('\n')) {
    if (raw.trim() === '') {
      open = false;
      continue;
    }
    const last = lines.at(-1);
    const line = lineOf(raw, last);
    if (open && last && goesOn(last, line, raw))
      lines[lines.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else if (line.text !== '') lines.push(line);
    open = true;
  }
  return lines;
}

function goesOn(last: NoteLine, line: NoteLine, raw: string): boolean {
  if (line.kind === 'QUOTE') return last.kind === 'QUOTE';
  if (line.kind !== 'PARAGRAPH') return false;
  return last.kind === 'PARAGRAPH' || (isPoint(last) && raw.startsWith(indent));
}

function lineOf(raw: string, before: NoteLine | undefined): NoteLine {
  const [, hashes, title] = heading.exec(raw) ?? [];
  if (hashes !== undefined) return { kind: 'HEADING', level: hashes.length, text: (title ?? '').trim() };
  const [, spaces, bullet, words] = point.exec(raw) ?? [];
  if (words !== undefined) {
    const deepest = before && isPoint(before) ? before.level + 1 : 1;
    const level = Math.min(Math.floor((spaces ?? '').length / indent.length) + 1, deepest, deepestList);
    return { kind: bullet === undefined ? 'NUMBERED' : 'BULLET', level, text: given(words.trim()) };
  }
  const quoted = quote.exec(raw);
  if (quoted) return { kind: 'QUOTE', level: 1, text: (quoted[1] ?? '').trim() };
  return { kind: 'PARAGRAPH', level: 1, text: given(raw.trim()) };
}

interface OpenList {
  readonly list: { kind: 'LIST'; numbered: boolean; points: OpenPoint[] };
  readonly level: number;
}
interface OpenPoint {
  text: string;
  lists: OpenList['list'][];
}

/** The same as a page shows it: points that follow each other are one list, deeper ones a list below the point above. */
export function nodesOfBody(body: string): NoteNode[] {
  const nodes: NoteNode[] = [];
  let lists: OpenList[] = [];
  for (const line of linesOfBody(body)) {
    const { kind, level: depth, text } = line;
    if (kind !== 'BULLET' && kind !== 'NUMBERED') {
      lists = [];
      nodes.push(kind === 'HEADING' ? { kind, level: depth, text } : { kind, text });
      continue;
    }
    const numbered = kind === 'NUMBERED';
    lists = lists.filter(({ level }) => level <= depth);
    let here = lists.at(-1);
    if (here?.level === depth && here.list.numbered !== numbered) {
      lists.pop();
      here = undefined;
    }
    if (here?.level !== depth) {
      const list: OpenList['list'] = { kind: 'LIST', numbered, points: [] };
      const above = lists.at(-1)?.list.points.at(-1);
      if (above) above.lists.push(list);
      else nodes.push(list);
      here = { list, level: depth };
      lists.push(here);
    }
    here.list.points.push({ text, lists: [] });
  }
  return nodes;
}

/** Words with what is bold in them as they are kept: `**` stands around it, and stars of one's own have a backslash between them. */
export function textOfPieces(pieces: readonly NotePiece[]): string {
  const joined: NotePiece[] = [];
  for (const { words, bold } of pieces) {
    const last = joined.at(-1);
    if (last?.bold === bold) joined[joined.length - 1] = { words: last.words + words, bold };
    else if (words !== '') joined.push({ words, bold });
  }
  return joined
    .map(({ words, bold }, index) => {
      const text = beside(words, bold || index < joined.length - 1, (all) => all.replace(/\*(\\*)(?=\*)/g, '*$1\\'));
      return bold ? `**${text}**` : text;
    })
    .join('');
}

/** Reads words with what is bold in them. A mark without its pair is words. */
export function piecesOfText(text: string): NotePiece[] {
  const marks = [...text.matchAll(/\*\*|\*\\+(?=\*)/g)].filter(([found]) => found === '**').map(({ index }) => index);
  if (marks.length % 2 === 1) marks.pop();
  const pieces: NotePiece[] = [];
  let from = 0;
  for (const [turn, at] of [...marks, text.length].entries()) {
    const words = beside(text.slice(from, at), turn < marks.length, (all) => all.replace(/\*\\(\\*)(?=\*)/g, '*$1'));
    if (words !== '') pieces.push({ words, bold: turn % 2 === 1 });
    from = at + 2;
  }
  return pieces;
}

/** Changes words that may stand before a mark, whose star counts as one of theirs. */
function beside(words: string, mark: boolean, change: (words: string) => string): string {
  return mark ? change(`${words}*`).slice(0, -1) : change(words);
}

/** The words of a text that is kept so, without its marks: for a search that looks for words. */
export function wordsOfBody(body: string): string {
  return linesOfBody(body)
    .map(({ text }) =>
      piecesOfText(text)
        .map(({ words }) => words)
        .join(''),
    )
    .join('\n');
}
