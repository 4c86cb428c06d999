import type { Mark } from './highlighter.ts';

/** A piece of text, found or not. Joined together they are the text. */
export interface TextSegment {
  readonly text: string;
  readonly hit: boolean;
}

/** A text in pieces. Found words with nothing but a blank or hyphen between them become one piece. */
export function segmentsOf(text: string, marks: readonly Mark[], from = 0, to = text.length): TextSegment[] {
  const segments: { text: string; hit: boolean }[] = [];
  const add = (start: number, end: number, hit: boolean) => {
    if (end <= start) return;
    const piece = text.slice(start, end);
    const before = segments.at(-1);
    const gap = segments.at(-2);
    if (hit && before && gap?.hit && !before.hit && /^[ \u00a0-]$/.test(before.text)) {
      segments.splice(-2, 2, { text: gap.text + before.text + piece, hit: true });
    } else {
      segments.push({ text: piece, hit });
    }
  };
  let at = from;
  for (const mark of marks) {
    if (mark.end <= from || mark.start >= to) continue;
    add(at, mark.start, false);
    add(Math.max(mark.start, from), Math.min(mark.end, to), true);
    at = mark.end;
  }
  add(at, to, false);
  return segments;
}
