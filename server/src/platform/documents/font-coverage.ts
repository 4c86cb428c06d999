/** Says whether a font has a shape for a character (by code point). */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads from a TrueType file which characters it can show, out of its table `cmap`: the ranges for all of Unicode (format 12), or else
 * those for its first plane (format 4). @throws Error for a file without either.
 */
export function coverageOf(font: Buffer): Coverage {
  const cmap = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: count }, (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4));
  const of = (format: number) => subtables.find((offset) => font.readUInt16BE(offset) === format);
  const full = of(12);
  const basic = of(4);
  if (full !== undefined) return within(rangesOfFormat12(font, full));
  if (basic !== undefined) return within(rangesOfFormat4(font, basic));
  throw new Error('The font says in no known way which characters it has.');
}

type Range = readonly [first: number, last: number];

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function rangesOfFormat12(font: Buffer, offset: number): Range[] {
  return Array.from({ length: font.readUInt32BE(offset + 12) }, (_, index) => {
    const group = offset + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

function rangesOfFormat4(font: Buffer, offset: number): Range[] {
  const doubled = font.readUInt16BE(offset + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => {
    const last = font.readUInt16BE(offset + 14 + index * 2);
    const first = font.readUInt16BE(offset + 16 + doubled + index * 2);
    return [first, last] as const;
  }).filter(([first]) => first !== 0xffff);
}

/** The ranges of a font are sorted and do not overlap. */
function within(ranges: readonly Range[]): Coverage {
  return (codePoint) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = ranges[middle] as Range;
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}
