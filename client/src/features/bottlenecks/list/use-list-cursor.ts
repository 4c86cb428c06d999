import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { visibleRows, type RowLayout } from '../../../ui/row-window.ts';
import type { ListLines } from './list-lines.ts';

interface CursorOptions {
  body: RefObject<HTMLTableSectionElement | null>;
  lines: ListLines;
  layout: RowLayout | null;
  selected: ReadonlySet<string>;
  onSelect: (next: ReadonlySet<string>) => void;
}

interface ListCursor {
  /** The line that wears the ring, and where it stood when it got it. */
  at: { key: string; index: number } | null;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/** The row of a place, as a screen reader counts: the head of the table is the first. */
export const rowIndexOf = (index: number): number => index + 2;

/**
 * The keys of the list. They walk also where the rows are not in the page yet: the view goes there, and the focus follows when the row
 * is there. They are letters without a modifier, so that whoever speaks to the device can switch them off under `?`.
 */
export function useListCursor({ body, lines, layout, selected, onSelect }: CursorOptions): ListCursor {
  const { t } = useLingui();
  const [at, setAt] = useState<ListCursor['at']>(null);
  const wanted = useRef<number | null>(null);
  const anchor = useRef<string | null>(null);
  const group = t`Lijst`;

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = body.current?.querySelector(`tr[aria-rowindex="${rowIndexOf(wanted.current)}"]`);
    const target = row?.querySelector<HTMLElement>('th a, th button, a, button');
    if (!row || !target) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  /** Where the ring is now: its line may have moved since. Without a ring the walk begins at the first row in view. */
  function place(): number {
    if (!at) return body.current && body.current.getBoundingClientRect().top < 0 ? firstInView() - 1 : -1;
    return lines.at(at.index).key === at.key ? at.index : lines.indexOf(at.key);
  }
  function go(to: number): void {
    const index = Math.min(lines.count - 1, Math.max(0, to));
    if (index < 0) return;
    wanted.current = index;
    setAt({ key: lines.at(index).key, index });
    if (!layout || !body.current) return;
    // A row that is not in the page cannot scroll into view by itself.
    const top = body.current.getBoundingClientRect().top + layout.topOf(index);
    if (top < 0 || top + layout.rowHeight > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
  }
  function firstInView(): number {
    const { from } = visibleRows(body.current, layout);
    // The topmost may be half out of sight.
    return from + 1;
  }
  /** Rows that fit in the view. */
  const aView = (): number => Math.max(1, Math.floor(innerHeight / (layout?.rowHeight ?? 64)) - 2);
  const here = at ? lines.at(at.index) : undefined;

  useShortcut({ keys: 'j', label: t`Volgende`, group, onPress: () => go(place() + 1) });
  useShortcut({ keys: 'k', label: t`Vorige`, group, onPress: () => go(place() - 1) });
  useShortcut({
    keys: 'x',
    label: t`Selecteer`,
    group,
    onPress: () => {
      if (here?.kind !== 'row') return;
      const next = new Set(selected);
      if (!next.delete(here.id)) next.add(here.id);
      anchor.current = here.key;
      onSelect(next);
    },
  });
  useShortcut({
    keys: 'Shift+X',
    label: t`Selecteer tot hier`,
    group,
    onPress: () => {
      const to = place();
      if (to < 0) return;
      const from = anchor.current === null ? to : lines.indexOf(anchor.current);
      onSelect(new Set([...selected, ...lines.ids(Math.min(from < 0 ? to : from, to), Math.max(from, to))]));
    },
  });
  // Outside the list these keys stay the browser's.
  const inside = { group, when: at !== null };
  useShortcut({ keys: 'Home', label: t`Naar de eerste`, ...inside, onPress: () => go(0) });
  useShortcut({ keys: 'End', label: t`Naar de laatste`, ...inside, onPress: () => go(lines.count - 1) });
  useShortcut({ keys: 'PageDown', label: t`Een scherm verder`, ...inside, onPress: () => go(place() + aView()) });
  useShortcut({ keys: 'PageUp', label: t`Een scherm terug`, ...inside, onPress: () => go(place() - aView()) });

  const lineOf = (target: EventTarget): ListCursor['at'] => {
    const row = target instanceof Element ? target.closest('tr[aria-rowindex]') : null;
    const index = Number(row?.getAttribute('aria-rowindex')) - 2;
    return row && index >= 0 ? { key: lines.at(index).key, index } : null;
  };
  return {
    at,
    // The ring follows Tab as well; it leaves with the focus.
    onFocus: (event) => {
      const line = lineOf(event.target);
      setAt((before) => (before?.key === line?.key && before?.index === line?.index ? before : line));
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setAt(null);
    },
  };
}
