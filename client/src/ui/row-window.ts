import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** A run of rows that stand in the page: from, up to but not including to. */
export interface Run {
  from: number;
  to: number;
}

/** Rows that stand ready above and below the view, so that a turn of the wheel meets rows and not gaps. */
const overscan = 30;
/** The run moves in steps of so many rows: not every pixel is a render. */
const step = 10;

/** Where each row of a long table lies, when all rows have one height and the heads of groups another. */
export class RowLayout {
  /** @param heads the places of the heads of groups, upwards */
  constructor(
    readonly count: number,
    readonly heads: readonly number[],
    readonly rowHeight: number,
    readonly headHeight: number,
  ) {}

  /** The top of a row in pixels from the top of the body; that of `count` is the height of all. */
  topOf(index: number): number {
    const heads = this.#headsBefore(index);
    return (index - heads) * this.rowHeight + heads * this.headHeight;
  }

  /** The row at a height, within the table. */
  indexAt(pixels: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #headsBefore(index: number): number {
    let low = 0;
    let high = this.heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.heads[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The rows that a person sees now. In a short table, whose rows differ in height, they are counted where they stand. */
export function visibleRows(body: HTMLTableSectionElement | null, layout: RowLayout | null): Run {
  if (!body) return { from: 0, to: 0 };
  if (layout) {
    const top = body.getBoundingClientRect().top;
    return { from: layout.indexAt(-top), to: Math.min(layout.count, layout.indexAt(innerHeight - top) + 1) };
  }
  const seen = [...body.rows].map((row) => row.getBoundingClientRect());
  const from = seen.findIndex(({ bottom }) => bottom > 0);
  const to = seen.findLastIndex(({ top }) => top < innerHeight) + 1;
  return { from: from < 0 ? seen.length : from, to: Math.max(from, to) };
}

/** What was measured last stands for the next list until it is measured: going back then finds the place again. */
let lastHeights = { row: 53, head: 45 };

interface RowWindow {
  /** The rows to render. */
  run: Run;
  layout: RowLayout | null;
}

/**
 * Renders of a long table only the rows near the view; the heights of the rest stand in the gaps. A short one is rendered whole.
 * @param when whether the table is long
 */
export function useRowWindow(
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
  heads: readonly number[],
  when: boolean,
): RowWindow {
  const [heights, setHeights] = useState(lastHeights);
  const [run, setRun] = useState<Run>({ from: 0, to: 2 * overscan });
  const layout = when ? new RowLayout(count, heads, heights.row, heights.head) : null;
  const latest = useRef(layout);
  const look = useRef(() => undefined as void);
  useLayoutEffect(() => {
    latest.current = layout;
    look.current();
  });

  useLayoutEffect(() => {
    if (!when) return undefined;
    look.current = () => {
      const { from, to } = visibleRows(body.current, latest.current);
      const next = {
        from: Math.max(0, Math.floor(from / step) * step - overscan),
        to: Math.ceil(to / step) * step + overscan,
      };
      setRun((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    const measure = (): void => {
      const row = body.current?.querySelector('tr[data-key]')?.getBoundingClientRect().height;
      const head = body.current?.querySelector('tr[data-head]')?.getBoundingClientRect().height;
      const measured = { row: row || lastHeights.row, head: head || lastHeights.head };
      if (Math.abs(measured.row - lastHeights.row) + Math.abs(measured.head - lastHeights.head) > 0.1)
        lastHeights = measured;
      setHeights(lastHeights);
      look.current();
    };
    const observer = new ResizeObserver(measure);
    if (body.current) observer.observe(body.current);
    const onScroll = (): void => look.current();
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      removeEventListener('scroll', onScroll);
      removeEventListener('resize', measure);
      look.current = () => undefined;
    };
  }, [when, body]);

  return { run: when ? { from: run.from, to: Math.min(count, run.to) } : { from: 0, to: count }, layout };
}
