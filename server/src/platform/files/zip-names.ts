const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const mostEntries = 10_000;

/** The names in a ZIP, read from its directory; null when it is none. Nothing is unpacked. */
export function zipNames(bytes: Buffer): string[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory) return null;
  const count = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < Math.min(count, mostEntries); n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryOfDirectory) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
