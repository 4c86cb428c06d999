import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { BottleneckOrder } from '../../../generated/graphql.ts';
import type { Run } from '../../../ui/row-window.ts';
import { ListLines } from './list-lines.ts';
import { ListPages, rowsAPage, type Segment } from './list-pages.ts';

/** What the page knows of the list: its segments, and the first rows of the first when they came with the page. */
export interface ListSource {
  /** Changes with the filter, the order and the grouping: another list. */
  key: string;
  orderBy: BottleneckOrder;
  segments: readonly Segment[];
  first?: readonly string[];
}

interface Shown {
  source: ListSource;
  pages: ListPages;
}

/** Counts the bursts of events: with each the rows in view are asked again. What the viewer did themselves is shown at once. */
export interface Burst {
  count: number;
  own: boolean;
}

/** What waits: how many rows stand new above the reader's place; 0 where the list changed in another way. */
export interface Waiting {
  above: number;
  show: () => void;
}

interface ListOptions {
  source: ListSource;
  unlisted: readonly string[];
  closed: ReadonlySet<string>;
  /** What the person sees now. */
  seen: RefObject<() => Run>;
  /** The pointer, the focus or the place in the list is the person's: nothing may move there. */
  held: boolean;
  burst: Burst;
}

const none: readonly string[] = [];

/**
 * The lines of the list. What changes it comes in place while nobody is at work in it, and waits otherwise: rows do not jump under a
 * pointer, nor away from who reads further down.
 */
export function useListLines({ source, unlisted, closed, seen, held, burst }: ListOptions): {
  lines: ListLines;
  waiting: Waiting | null;
} {
  const client = useApolloClient();
  const make = (fresh: boolean): Shown => {
    const pages = new ListPages(client, source.orderBy, fresh);
    const [only] = source.segments;
    if (only && source.first) pages.seed(only, source.first);
    return { source, pages };
  };
  const [shown, setShown] = useState(() => make(false));
  const [next, setNext] = useState<(Shown & { above: number }) | null>(null);
  const [standing, setStanding] = useState(unlisted);
  const isOther = shown.source.key !== source.key;
  if (isOther) {
    setShown(make(false));
    setNext(null);
  }
  if ((isOther || !held) && standing !== unlisted) setStanding(unlisted);
  useSyncExternalStore(shown.pages.subscribe, shown.pages.version);
  const linesOf = ({ source: { segments }, pages }: Shown, above: readonly string[] = none): ListLines =>
    new ListLines(above, segments, closed, pages);

  const renewal = useRef(0);
  const settle = useEffectEvent((made: Shown) => {
    const { from, to } = seen.current();
    const before = linesOf(shown);
    const after = linesOf(made);
    const places = Array.from({ length: Math.max(0, Math.min(to, before.count) - from) }, (_, n) => from + n);
    const moves = places.some((at) => before.at(at).key !== after.at(at).key);
    if (!moves || !held || burst.own) {
      setShown(made);
      setNext(null);
      return;
    }
    const anchor = before.at(from).key;
    const found = Array.from({ length: rowsAPage }, (_, n) => from + n).find((at) => after.at(at).key === anchor);
    setNext({ ...made, above: Math.max(0, found === undefined ? after.count - before.count : found - from) });
  });
  const renew = useEffectEvent(async () => {
    const mine = ++renewal.current;
    const made = make(true);
    const { from, to } = seen.current();
    const lines = linesOf(made);
    // What the person looks at comes before the change is shown, so that no row blinks.
    await made.pages.need(lines.runs(from, to));
    if (mine === renewal.current) settle(made);
  });
  const stood = useRef({ source, burst });
  useEffect(() => {
    const same = stood.current.source.key === source.key;
    const changed = stood.current.source !== source || stood.current.burst !== burst;
    stood.current = { source, burst };
    if (same && changed) void renew();
  }, [source, burst]);

  // What already stands there stays under the pointer: a row that went away would put another one in its place.
  const extra = held ? standing.filter((id) => next !== null || unlisted.includes(id)) : unlisted;
  const unseen = unlisted.filter((id) => !extra.includes(id)).length;
  const above = (next?.above ?? 0) + unseen;
  const waits = next !== null || unseen > 0;
  return {
    lines: linesOf(shown, extra),
    waiting: waits
      ? {
          above,
          show: () => {
            if (next) setShown(next);
            setNext(null);
            setStanding(unlisted);
          },
        }
      : null,
  };
}
