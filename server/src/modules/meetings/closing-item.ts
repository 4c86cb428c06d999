/** How people name the item that ends a meeting. */
const closing = /\b(af)?sluiting\b|\brondvraag\b|\bw\.?v\.?t\.?t\.?k\b|\bclosing\b|\bany other business\b/i;

/** How people name the item that begins one. */
const opening = /\bopening\b|\bwelkom\b|\bwelcome\b/i;

/** As far as this rule is concerned, an item of an agenda. */
export interface PlacedItem {
  readonly title: string;
  readonly closedPart: boolean;
  readonly subjects: readonly unknown[];
}

/**
 * Where a new item comes (0-based): at the end, but before the item that closes the meeting and the closed part behind it.
 * An item of the closed part itself comes last.
 */
export function placeForNewItem(items: readonly PlacedItem[], closedPart: boolean): number {
  if (closedPart) return items.length;
  let end = items.length;
  while (end > 0 && items[end - 1]?.closedPart) end -= 1;
  const last = items[end - 1];
  return last && closesMeeting(last) ? end - 1 : items.length;
}

/** Is this the item that ends a meeting, and every meeting anew? */
export function closesMeeting(item: Pick<PlacedItem, 'title' | 'subjects'>): boolean {
  return item.subjects.length === 0 && closing.test(item.title);
}

/** Is this the item that begins a meeting, and every meeting anew? */
export function opensMeeting(item: Pick<PlacedItem, 'title' | 'subjects'>): boolean {
  return item.subjects.length === 0 && opening.test(item.title);
}
