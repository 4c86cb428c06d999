/** As many as can be read from the back of a room. */
const most = 5;

/** The stops around the one that is on: some behind it, more ahead. */
export function stopsAround<Stop>(stops: readonly Stop[], at: number): readonly Stop[] {
  const first = Math.min(Math.max(0, at - 1), Math.max(0, stops.length - most));
  return stops.slice(first, first + most);
}
