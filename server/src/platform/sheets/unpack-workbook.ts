import { unzipSync, zipSync } from 'fflate';
import { UnreadableSheets } from './sheet.ts';

/** Bytes that the parts of a workbook may have together once they are unpacked. */
const unpackedMax = 200_000_000;
/** Only what holds words and numbers: no pictures, no links elsewhere, no programs. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * A workbook unpacked under a limit, with just the parts that hold cells, and stored without packing. The room for each part is
 * what its entry says, never more, so that a few bytes cannot become a disk full.
 * @throws UnreadableSheets.
 */
export function unpackedWorkbook(bytes: Uint8Array): Uint8Array {
  let total = 0;
  const parts = inZip(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!needed.test(name)) return false;
        total += originalSize;
        if (total > unpackedMax) throw new UnreadableSheets('TOO_LARGE');
        return true;
      },
    }),
  );
  if (!Object.keys(parts).some((name) => /^xl\/workbook\.xml$/i.test(name))) throw new UnreadableSheets('UNREADABLE');
  return zipSync(parts, { level: 0 });
}

function inZip<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableSheets) throw error;
    throw new UnreadableSheets('UNREADABLE', { cause: error });
  }
}
