import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridListItem } from 'react-aria-components/GridList';
import { Input, NumberField } from 'react-aria-components/NumberField';
import { Delay } from './Delay.tsx';
import { Homes } from './Homes.tsx';
import { IconButton } from './IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon, ChevronDownIcon, ChevronUpIcon, GripIcon, MoreIcon } from './icons.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';
import type { TimetableItem } from './timetable-props.ts';

interface TimetableRowProps {
  item: TimetableItem;
  index: number;
  count: number;
  readOnly: boolean;
  onMove: (toIndex: number) => void;
  onMinutes: ((minutes: number) => void) | undefined;
  more: readonly MenuEntry[];
}

/** One item: its time in bold, its stop on the line, what and why, how long, and how to move it. */
export function TimetableRow({
  item,
  index,
  count,
  readOnly,
  onMove,
  onMinutes,
  more,
}: TimetableRowProps): ReactElement {
  const { t } = useLingui();
  const { id, time, minutes, title, name, meta, why, homes, delay = 0, fixed = false } = item;
  const movable = !readOnly && !fixed;
  const moves: MenuEntry[] = [
    { id: 'up', label: t`Omhoog`, icon: <ArrowUpIcon />, shortcut: 'Alt ↑', onSelect: () => onMove(index - 1) },
    { id: 'down', label: t`Omlaag`, icon: <ArrowDownIcon />, shortcut: 'Alt ↓', onSelect: () => onMove(index + 1) },
    { id: 'first', label: t`Naar het begin`, icon: <ChevronUpIcon />, onSelect: () => onMove(0) },
    { id: 'last', label: t`Naar het eind`, icon: <ChevronDownIcon />, onSelect: () => onMove(count - 1) },
  ];
  const entries: MenuEntry[] = [
    ...(movable ? moves : []),
    ...(movable && more.length > 0 ? (['separator'] as const) : []),
    ...more,
  ];

  return (
    <GridListItem id={id} textValue={`${time} ${name}`} className="tt">
      <div className="tt-time">
        <time>{time}</time> <Delay minutes={delay} />
      </div>
      <div className="tt-body">
        <h3>
          <span className="tt-nr">{index + 1}</span> {title}
        </h3>
        {meta}
        {why && <p className="tt-why">{why}</p>}
      </div>
      {homes !== undefined && homes > 0 && (
        <p className="tt-homes">
          <Homes count={homes} />
        </p>
      )}
      {onMinutes && !readOnly ? (
        <NumberField
          className="tt-min"
          aria-label={t`Minuten voor ${name}`}
          value={minutes}
          minValue={1}
          maxValue={480}
          step={1}
          onChange={onMinutes}
        >
          <Input className="input" />
          <span aria-hidden="true">
            <Trans>min</Trans>
          </span>
        </NumberField>
      ) : (
        <p className="tt-min">
          {minutes} <Trans>min</Trans>
        </p>
      )}
      {!readOnly && (
        <div className="tt-tools">
          {/* react-aria wants a handle in every row; the one of a fixed item does nothing and is not shown. */}
          <AriaButton
            slot="drag"
            isDisabled={!movable}
            className={movable ? 'btn btn-icon tt-grip' : 'vh'}
            aria-label={t`Sleep ${name}`}
          >
            <GripIcon />
          </AriaButton>
          {entries.length > 0 && (
            <Menu
              trigger={<IconButton label={t`Verplaats ${name}`} icon={<MoreIcon />} />}
              label={t`Verplaats ${name}`}
              entries={entries}
            />
          )}
        </div>
      )}
    </GridListItem>
  );
}
