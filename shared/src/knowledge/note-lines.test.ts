import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyOfLines,
  linesOfBody,
  nodesOfBody,
  type NoteLine,
  piecesOfText,
  textOfPieces,
  wordsOfBody,
} from './note-lines.ts';

const lines: NoteLine[] = [
  { kind: 'HEADING', level: 1, text: 'Wat is er nodig?' },
  { kind: 'PARAGRAPH', level: 1, text: 'Eerst rekenen.\nDan vragen.' },
  { kind: 'NUMBERED', level: 1, text: 'Reken het hele plan door' },
  { kind: 'BULLET', level: 2, text: 'met de laatste versie' },
  { kind: 'NUMBERED', level: 1, text: 'Vraag één vergunning\nbij de provincie' },
  { kind: 'BULLET', level: 1, text: 'Los punt' },
  { kind: 'QUOTE', level: 1, text: 'Zo staat het\nin de wet.' },
  { kind: 'HEADING', level: 2, text: 'Slot' },
];
const body = `# Wat is er nodig?

Eerst rekenen.
Dan vragen.

1. Reken het hele plan door
  - met de laatste versie
2. Vraag één vergunning
  bij de provincie
- Los punt

> Zo staat het
> in de wet.

## Slot`;

describe('the lines of a note', () => {
  test('say what they are, and are read back as they were', () => {
    expect(bodyOfLines(lines)).toBe(body);
    expect(linesOfBody(body)).toEqual(lines);
  });

  test('are lists within lists on a page', () => {
    expect(nodesOfBody(body).slice(2, 4)).toEqual([
      {
        kind: 'LIST',
        numbered: true,
        points: [
          {
            text: 'Reken het hele plan door',
            lists: [{ kind: 'LIST', numbered: false, points: [{ text: 'met de laatste versie', lists: [] }] }],
          },
          { text: 'Vraag één vergunning\nbij de provincie', lists: [] },
        ],
      },
      { kind: 'LIST', numbered: false, points: [{ text: 'Los punt', lists: [] }] },
    ]);
  });

  test('that people typed before are read for what they look like', () => {
    expect(linesOfBody('Let op:\n* een\n2) twee\n • drie\nGewoon verder.\n\n### geen kop')).toEqual([
      { kind: 'PARAGRAPH', level: 1, text: 'Let op:' },
      { kind: 'BULLET', level: 1, text: 'een' },
      { kind: 'NUMBERED', level: 1, text: 'twee' },
      { kind: 'BULLET', level: 1, text: 'drie' },
      { kind: 'PARAGRAPH', level: 1, text: 'Gewoon verder.' },
      { kind: 'PARAGRAPH', level: 1, text: '### geen kop' },
    ]);
  });

  test('words that only look like a mark stay words', () => {
    for (const text of [
      '- geen punt',
      '# geen kop',
      '1. geen stap',
      '> geen citaat',
      '\\- met streep',
      '\\\\server\\map',
    ]) {
      const kept = bodyOfLines([{ kind: 'PARAGRAPH', level: 1, text }]);
      expect(linesOfBody(kept)).toEqual([{ kind: 'PARAGRAPH', level: 1, text }]);
    }
  });

  test('whatever is in them, they come back the same', () => {
    const words = fc
      .array(fc.constantFrom('a', 'één', '-', '*', '**', '#', '1.', '>', '\\', ' ', '•', '12)', '<b>'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
      .filter((text) => text !== '');
    const paragraph = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
    const line = fc.oneof(
      fc.record({
        kind: fc.constantFrom('PARAGRAPH' as const, 'BULLET' as const, 'NUMBERED' as const),
        level: fc.constant(1),
        text: paragraph,
      }),
      fc.record({ kind: fc.constant('HEADING' as const), level: fc.constantFrom(1, 2), text: words }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (some) => {
        expect(linesOfBody(bodyOfLines(some))).toEqual(some);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is bold', () => {
  test('stands between double stars; a mark without its pair is words', () => {
    expect(piecesOfText('Vraag **eerst** het college')).toEqual([
      { words: 'Vraag ', bold: false },
      { words: 'eerst', bold: true },
      { words: ' het college', bold: false },
    ]);
    expect(piecesOfText('twee ** sterren')).toEqual([{ words: 'twee ** sterren', bold: false }]);
    expect(wordsOfBody('# Kop\n\n- Vraag **eerst** het college')).toBe('Kop\nVraag eerst het college');
  });

  test('comes back with whatever stars and strokes are in it', () => {
    const words = fc
      .array(fc.constantFrom('a', '*', '\\', ' '), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, first) => {
        const pieces = all.map((text, index) => ({ words: text, bold: (index % 2 === 0) === first }));
        expect(piecesOfText(textOfPieces(pieces))).toEqual(pieces);
      }),
      { numRuns: 500 },
    );
  });
});
