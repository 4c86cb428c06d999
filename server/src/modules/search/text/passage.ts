import type { Mark } from './highlighter.ts';
import { type TextSegment, segmentsOf } from './segments.ts';

const length = 200;
/** What stands before the first found word, so that the passage can be read. */
const lead = 60;

/** The passage of a text that holds most of what was asked for; its beginning when it holds nothing. Line ends become blanks. */
export function passageOf(text: string, marks: readonly Mark[]): TextSegment[] {
  const flat = text.replace(/\s/g, ' ');
  const start = startOf(flat, marks);
  const end = endOf(flat, start + length);
  const segments = segmentsOf(flat, marks, start, end);
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...segments,
    ...(end < flat.trimEnd().length ? [{ text: ' …', hit: false }] : []),
  ];
}

function startOf(text: string, marks: readonly Mark[]): number {
  let best = marks[0];
  let most = 0;
  for (const mark of marks) {
    const near = marks.filter((other) => other.start >= mark.start && other.end <= mark.start + length - lead);
    const value = new Set(near.map((other) => other.concept)).size + near.length / 100;
    if (value > most) {
      best = mark;
      most = value;
    }
  }
  if (!best || best.end <= length) return 0;
  const from = best.start - lead;
  const sentences = [...text.slice(from, best.end).matchAll(/(?<=[.?!] )\p{Lu}/gu)];
  const sentence = sentences.at(-1);
  if (sentence) return from + sentence.index;
  const word = text.indexOf(' ', from);
  return word < 0 || word >= best.start ? best.start : word + 1;
}

function endOf(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', wanted);
  // A word without end is cut between characters, never inside one.
  if (blank > wanted - 60) return blank;
  return /[\uD800-\uDBFF]/.test(text[wanted - 1] ?? '') ? wanted - 1 : wanted;
}
