const special: Readonly<Record<string, string>> = {
  ĳ: 'ij',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A text as search compares it: small letters without accents. `Geëscaleerd` and `geescaleerd` become the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ĳßæœøłđðþı]/g, (letter) => special[letter] ?? letter);
}
