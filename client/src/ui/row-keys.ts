import { useLingui } from '@lingui/react/macro';
import { useState, type FocusEvent, type RefObject } from 'react';
import { useShortcut } from '../lib/shortcuts.ts';

interface RowKeysOptions {
  body: RefObject<HTMLTableSectionElement | null>;
  /** The rows in the order in which they stand. */
  keys: readonly string[];
  when: boolean;
  onSelect: ((key: string) => void) | undefined;
}

interface RowCursor {
  /** The row that wears the ring. */
  at: string | null;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

const rowOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('tr[data-key]')?.dataset['key'] ?? null) : null;

/**
 * `j` and `k` walk the rows of a table. The focus itself goes along, to the row's first link, so that Enter opens it
 * and a screen reader reads it; the row wears the ring.
 */
export function useRowKeys({ body, keys, when, onSelect }: RowKeysOptions): RowCursor {
  const { t } = useLingui();
  const [at, setAt] = useState<string | null>(null);
  const group = t`Lijst`;

  function walk(step: number): void {
    const place = at === null ? -1 : keys.indexOf(at);
    const next = keys[Math.min(keys.length - 1, Math.max(0, place + step))];
    if (next === undefined) return;
    const row = [...(body.current?.rows ?? [])].find((one) => one.dataset['key'] === next);
    row?.querySelector<HTMLElement>('th a, th button, a, button')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    setAt(next);
  }

  useShortcut({ keys: 'j', label: t`Volgende`, group, when, onPress: () => walk(1) });
  useShortcut({ keys: 'k', label: t`Vorige`, group, when, onPress: () => walk(-1) });
  useShortcut({
    keys: 'x',
    label: t`Selecteer`,
    group,
    when: when && onSelect !== undefined,
    onPress: () => {
      if (at !== null && keys.includes(at)) onSelect?.(at);
    },
  });

  return {
    at: when ? at : null,
    // The ring follows Tab as well; it leaves with the focus.
    onFocus: (event) => setAt(rowOf(event.target)),
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setAt(null);
    },
  };
}
