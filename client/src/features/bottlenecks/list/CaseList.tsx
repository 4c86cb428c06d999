import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NewAbove } from '../../../ui/NewAbove.tsx';
import { useRowWindow, visibleRows, type Run } from '../../../ui/row-window.ts';
import { SortHeader, type Sort } from '../../../ui/SortHeader.tsx';
import { widthClass } from '../../../ui/TableRow.tsx';
import { useShortcut } from '../../../lib/shortcuts.ts';
import type { ListColumn } from '../bottleneck-address.ts';
import { useBottleneckColumns } from '../bottleneck-columns.tsx';
import { BoneRow, GapRow } from './BoneRow.tsx';
import { CaseRow } from './CaseRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { rowsAPage } from './list-pages.ts';
import { rowIndexOf, useListCursor } from './use-list-cursor.ts';
import { useListLines, type Burst, type ListSource } from './use-list-lines.ts';
import '../../../ui/css/table-fold.css';
import '../../../ui/css/table-window.css';

interface CaseListProps {
  label: string;
  source: ListSource;
  /** Ids of rows that the feed brought and the list does not have yet. */
  unlisted: readonly string[];
  burst: Burst;
  columns?: readonly ListColumn[] | undefined;
  sort?: Sort | undefined;
  onSort: (sort: Sort) => void;
  selected: ReadonlySet<string>;
  onSelect: (next: ReadonlySet<string>) => void;
  /** Which row the keyboard is on, for the keys that change it. */
  onCursor: (id: string | null) => void;
  arrivedAt: (id: string) => string | undefined;
}

/**
 * The list as a table of any length: up to a page of rows stands whole, a longer one holds the rows near the view. A native table, so that
 * screen readers walk its columns; it tells them how many rows there are and which these are.
 */
export function CaseList(props: CaseListProps): ReactElement {
  const { label, source, unlisted, burst, sort, onSort, selected, onSelect, onCursor, arrivedAt } = props;
  const { t, i18n } = useLingui();
  const body = useRef<HTMLTableSectionElement>(null);
  const seen = useRef((): Run => ({ from: 0, to: 0 }));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [below, setBelow] = useState(false);
  const held = pointed || focused || below;
  const { lines, waiting } = useListLines({ source, unlisted, closed, seen, held, burst });
  const long = lines.count > rowsAPage;
  const { run, layout } = useRowWindow(body, lines.count, lines.heads, long);
  const cursor = useListCursor({ body, lines, layout, selected, onSelect });
  const columns = useBottleneckColumns(arrivedAt, props.columns);
  const columnsAre = `${i18n.locale} ${columns.map(({ id }) => id).join(' ')}`;
  const span = columns.length + 1;

  useEffect(() => {
    seen.current = () => visibleRows(body.current, layout);
  });
  useEffect(() => {
    const look = (): void => setBelow((body.current?.getBoundingClientRect().top ?? 0) < 0);
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  // Two pages ahead in both directions, so that the wheel meets rows.
  const ahead = 2 * rowsAPage;
  useEffect(() => {
    void lines.pages.need(lines.runs(run.from - ahead, run.to + ahead));
  });
  const line = cursor.at && lines.at(cursor.at.index);
  const cursorId = line?.kind === 'row' ? line.id : null;
  useEffect(() => onCursor(cursorId), [cursorId, onCursor]);
  useEffect(() => () => onCursor(null), [onCursor]);

  const ids = lines.ids();
  const chosen = ids.filter((id) => selected.has(id)).length;
  const selectAll = (): void => onSelect(new Set([...selected, ...ids]));
  useShortcut({
    keys: 'Ctrl+A',
    label: t`Selecteer alle rijen`,
    group: t`Lijst`,
    // Elsewhere on the page it stays the browser's.
    when: cursor.at !== null || selected.size > 0,
    onPress: selectAll,
  });
  const toggle = useRef<(id: string) => void>(() => undefined);
  useEffect(() => {
    toggle.current = (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    };
  });
  const turn = (key: string): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  /** The lines to render: those near the view, and the one that has the focus, wherever it is. */
  const places = Array.from({ length: Math.max(0, run.to - run.from) }, (_, n) => run.from + n);
  const pinned = cursor.at?.index ?? -1;
  if (pinned >= 0 && pinned < run.from) places.unshift(pinned);
  if (pinned >= run.to && pinned < lines.count) places.push(pinned);
  const gap = (from: number, to: number): ReactElement | null =>
    layout && (
      <GapRow key={`gap ${to}`} height={layout.topOf(to) - layout.topOf(from)} row={layout.rowHeight} span={span} />
    );

  return (
    <>
      {waiting && (
        <p className="new-above">
          {waiting.above > 0 ? (
            <NewAbove count={waiting.above} onShow={showWaiting} />
          ) : (
            <Button onPress={showWaiting}>
              <Trans>De volgorde is veranderd, toon</Trans>
            </Button>
          )}
        </p>
      )}
      <table
        className={long ? 'table fold fold-list windowed' : 'table fold fold-list'}
        role="table"
        aria-label={label}
        aria-rowcount={lines.count + 1}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" className="col-check">
              <Checkbox
                hideLabel
                label={t`Selecteer alle ${ids.length}`}
                checked={chosen > 0 && chosen === ids.length}
                indeterminate={chosen > 0 && chosen < ids.length}
                onChange={(all) => (all ? selectAll() : onSelect(new Set()))}
              />
            </th>
            {columns.map((column) => (
              <SortHeader
                key={column.id}
                column={column}
                className={widthClass(column.width)}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          ref={body}
          onFocus={(event) => {
            setFocused(true);
            cursor.onFocus(event);
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
            cursor.onBlur(event);
          }}
          onPointerEnter={({ pointerType }) => setPointed(pointerType === 'mouse')}
          onPointerLeave={() => setPointed(false)}
        >
          {places.flatMap((index, place) => {
            const item = lines.at(index);
            const rowIndex = rowIndexOf(index);
            const isCursor = cursor.at?.key === item.key;
            const row =
              item.kind === 'row' ? (
                <CaseRow
                  key={item.key}
                  id={item.id}
                  rowKey={item.key}
                  rowIndex={rowIndex}
                  columns={columns}
                  columnsAre={columnsAre}
                  arrived={arrivedAt(item.id)}
                  selected={selected.has(item.id)}
                  isCursor={isCursor}
                  onToggle={(id) => toggle.current(id)}
                />
              ) : item.kind === 'head' ? (
                <GroupRow
                  key={item.key}
                  segment={item.segment}
                  rowIndex={rowIndex}
                  span={span}
                  isOpen={!closed.has(item.segment.key)}
                  isCursor={isCursor}
                  onTurn={() => turn(item.segment.key)}
                />
              ) : (
                <BoneRow key={item.key} rowIndex={rowIndex} span={span} />
              );
            return [gap(place === 0 ? 0 : (places[place - 1] ?? 0) + 1, index), row];
          })}
          {gap((places.at(-1) ?? -1) + 1, lines.count)}
        </tbody>
      </table>
    </>
  );

  function showWaiting(): void {
    waiting?.show();
    body.current?.closest('table')?.scrollIntoView({ block: 'start' });
  }
}
