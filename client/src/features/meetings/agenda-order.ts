import { moveTo, startOffsets } from '@versnellingstafel/shared/meetings/agenda';

interface Timed {
  id: string;
  position: number;
  minutes: number;
  startsAt: string;
}

/**
 * Places and start times follow from the order and the minutes of the items; nobody types a time.
 * @param startsAt ISO moment at which the meeting starts
 */
export function timed<Item extends Timed>(items: readonly Item[], startsAt: string): Item[] {
  const offsets = startOffsets(items.map(({ minutes }) => minutes));
  const start = Date.parse(startsAt);
  return items.map((item, index) => ({
    ...item,
    position: index + 1,
    startsAt: new Date(start + (offsets[index] ?? 0) * 60_000).toISOString(),
  }));
}

/** The items with one of them at another index (0-based); as they were when it is not there. */
export function moved<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  toIndex: number,
): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  return from < 0 ? items : moveTo(items, from, toIndex);
}

/**
 * My order, of what is there now: what they took off is gone, and what they added stands behind what it follows in theirs.
 * @param mine ids in my order
 * @param theirs ids in theirs
 */
export function mergedOrder(mine: readonly string[], theirs: readonly string[]): string[] {
  const merged = mine.filter((id) => theirs.includes(id));
  theirs.forEach((id, index) => {
    if (mine.includes(id)) return;
    const before = theirs[index - 1];
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  });
  return merged;
}

/** The moves, one after the other, that lead from one order to another of the same ids. Positions count from 1. */
export function movesBetween(from: readonly string[], to: readonly string[]): { id: string; position: number }[] {
  let order = [...from];
  const moves: { id: string; position: number }[] = [];
  while (moves.length < to.length) {
    const index = order.findIndex((id, place) => id !== to[place]);
    const wanted = to[index];
    const standing = order[index];
    if (wanted === undefined || standing === undefined) break;
    // Whichever of the two closes the gap: what moved down leaves a whole run one place too early, what moved up stands too late.
    const target = to.indexOf(standing);
    const down = order.indexOf(wanted) === index + 1 && target > index + 1;
    const [id, place] = down ? [standing, target] : [wanted, index];
    order = moveTo(order, order.indexOf(id), place);
    moves.push({ id, position: place + 1 });
  }
  return moves;
}
