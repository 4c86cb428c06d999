/** The form of a human number: `KP-<year>-<n>`, with at least three figures. */
const bottleneckNumberPattern = /^KP-(\d{4})-(\d{3,6})$/;

/** Writes a human number: `KP-2026-013`. */
export function bottleneckNumber(year: number, sequence: number): string {
  return `KP-${year}-${String(sequence).padStart(3, '0')}`;
}

/** The parts of a human number, or null when it is not one. */
export function parseBottleneckNumber(text: string): { year: number; sequence: number } | null {
  const match = bottleneckNumberPattern.exec(text);
  return match ? { year: Number(match[1]), sequence: Number(match[2]) } : null;
}

/**
 * By how much the sequence grows for a new case, 1 to 3, taken from the random end of its id (UUIDv7, hexadecimal).
 * The gaps keep a number from telling how many cases there are.
 */
export function numberStep(id: string): number {
  return (Number.parseInt(id.slice(-6), 16) % 3) + 1;
}
