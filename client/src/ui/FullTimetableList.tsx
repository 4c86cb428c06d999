import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { GridList } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { announce } from '../lib/announce.ts';
import { useShortcutsInside } from '../lib/shortcuts.ts';
import type { TimetableItem, TimetableListProps } from './timetable-props.ts';
import { TimetableRow } from './TimetableRow.tsx';

/**
 * An agenda as a timetable. An item moves by dragging, by Alt with an arrow, and from its menu (WCAG 2.5.7); all three end in `onMove`.
 */
export function FullTimetableList({
  label,
  items,
  end,
  onMove,
  onMinutes,
  more,
  readOnly = false,
}: TimetableListProps): ReactElement {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const moving = useRef<{ focused: HTMLElement; order: string } | null>(null);
  const order = items.map(({ id }) => id).join(' ');
  useShortcutsInside(box);

  // A row that changes place in the document loses the focus; it gets it back.
  useLayoutEffect(() => {
    if (!moving.current || moving.current.order === order) return;
    const { focused } = moving.current;
    moving.current = null;
    if (focused.isConnected && document.activeElement !== focused) focused.focus();
  }, [order]);

  function move(item: TimetableItem, toIndex: number): void {
    const from = items.indexOf(item);
    const to = Math.min(items.length - 1, Math.max(0, toIndex));
    if (item.fixed || to === from) return;
    const focused = document.activeElement;
    moving.current = focused instanceof HTMLElement && box.current?.contains(focused) ? { focused, order } : null;
    onMove(item.id, to);
    announce(t`${item.name}: plaats ${to + 1} van ${items.length}`);
  }

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': items.find(({ id }) => id === key)?.name ?? '' })),
    onReorder: ({ keys, target }) => {
      const item = items.find(({ id }) => keys.has(id));
      if (!item) return;
      const others = items.filter((one) => one !== item);
      const beside = others.findIndex(({ id }) => id === target.key);
      move(item, target.dropPosition === 'before' ? beside : beside + 1);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="tt-drop" />,
  });

  function onKeyDownCapture(event: KeyboardEvent): void {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]')?.dataset['key'] : undefined;
    const item = items.find(({ id }) => id === key);
    if (!item) return;
    event.preventDefault();
    event.stopPropagation();
    move(item, items.indexOf(item) + (event.key === 'ArrowUp' ? -1 : 1));
  }

  return (
    <div className="timetable" ref={box} onKeyDownCapture={onKeyDownCapture}>
      <GridList
        aria-label={readOnly ? label : t`${label}. Verplaats een punt met Alt en pijl omhoog of omlaag.`}
        keyboardNavigationBehavior="tab"
        {...(!readOnly && { dragAndDropHooks })}
      >
        {items.map((item, index) => (
          <TimetableRow
            key={item.id}
            item={item}
            index={index}
            count={items.length}
            readOnly={readOnly}
            onMove={(to) => move(item, to)}
            onMinutes={onMinutes && ((minutes) => onMinutes(item.id, minutes))}
            more={more?.(item) ?? []}
          />
        ))}
      </GridList>
      <div className="tt tt-end">
        <time className="tt-time">{end}</time>
        <p className="tt-body">{t`Einde`}</p>
      </div>
    </div>
  );
}
