import type { ListPages, Segment, SegmentRun } from './list-pages.ts';

/** One line of the list: the head of a group, a row, or a row that is on its way. */
export type Line =
  | { kind: 'head'; key: string; segment: Segment }
  | { kind: 'row'; key: string; id: string }
  | { kind: 'bone'; key: string };

/** The list as it stands, line by line: the rows that came in, then the segments with their heads. */
export class ListLines {
  readonly count: number;
  /** The places of the heads. */
  readonly heads: readonly number[];
  readonly #starts: readonly number[];

  constructor(
    /** Rows that stand above all others, because the list does not know them yet. */
    readonly unlisted: readonly string[],
    readonly segments: readonly Segment[],
    readonly closed: ReadonlySet<string>,
    readonly pages: ListPages,
  ) {
    const starts: number[] = [];
    const heads: number[] = [];
    let count = unlisted.length;
    for (const segment of segments) {
      if (segment.head) heads.push(count++);
      starts.push(count);
      if (!closed.has(segment.key)) count += segment.count;
    }
    this.count = count;
    this.heads = heads;
    this.#starts = starts;
  }

  /** What stands at a place. */
  at(index: number): Line {
    const above = this.unlisted[index];
    if (above !== undefined) return { kind: 'row', key: above, id: above };
    const place = this.#segmentAt(index);
    const segment = this.segments[place];
    const start = this.#starts[place];
    if (!segment || start === undefined) return { kind: 'bone', key: `bone ${index}` };
    if (index < start) return { kind: 'head', key: `head ${segment.key}`, segment };
    const id = this.pages.idAt(segment, index - start);
    // A case of two themes stands in two groups.
    if (id !== undefined) return { kind: 'row', key: segment.head ? `${segment.key} ${id}` : id, id };
    return { kind: 'bone', key: `bone ${index}` };
  }

  /** The rows behind these lines, as far as they come from the server. */
  runs(from: number, to: number): SegmentRun[] {
    return this.segments.flatMap((segment, place) => {
      const start = this.#starts[place] ?? 0;
      if (this.closed.has(segment.key)) return [];
      const run = { segment, from: Math.max(0, from - start), to: Math.min(segment.count, to - start) };
      return run.to > run.from ? [run] : [];
    });
  }

  /** Where a line stands now; -1 when it is not there or not loaded. */
  indexOf(key: string): number {
    for (let index = 0; index < this.count; index += 1) if (this.at(index).key === key) return index;
    return -1;
  }

  /** The ids of the rows that came, each once, from one place up to and including another. */
  ids(from = 0, to = this.count - 1): string[] {
    const ids = new Set<string>();
    for (let index = Math.max(0, from); index <= to; index += 1) {
      const line = this.at(index);
      if (line.kind === 'row') ids.add(line.id);
    }
    return [...ids];
  }

  #segmentAt(index: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const first = (this.#starts[middle] ?? 0) - (this.segments[middle]?.head ? 1 : 0);
      if (first <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
