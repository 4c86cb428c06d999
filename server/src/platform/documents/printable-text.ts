import type { Coverage } from './font-coverage.ts';

/** Stands for a character that the typeface does not have. */
const missing = '□';
/** Marks that change how the character before them looks and show nothing themselves. */
const joiners = /\u{200d}|\u{fe0e}|\u{fe0f}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/gu;
/** So many characters without a place to break run out of a column. */
const longWord = /\S{41,}/g;
const breakEvery = /.{30}(?=.)/gu;

/**
 * Text that can be printed in a font: what the font has no shape for becomes one box each, an emoji of many parts too, since a PDF with
 * a missing shape is refused as not accessible. Very long words may break.
 * @param onMissing told once for each text in which something is replaced.
 */
export function printable(text: string, covers: Coverage, onMissing: () => void): string {
  let lost = false;
  const shown = Array.from(text.replace(joiners, ''), (character) => {
    if (character === '\n' || covers(character.codePointAt(0) ?? 0)) return character;
    if (character === '\t') return ' ';
    lost = true;
    return missing;
  }).join('');
  if (lost) onMissing();
  return shown.replace(longWord, (word) => word.replace(breakEvery, '$&\u200b'));
}
