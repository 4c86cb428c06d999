import { Plural } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Homes } from '../../../ui/Homes.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../../ui/icons.tsx';
import type { Segment } from './list-pages.ts';

interface GroupRowProps {
  segment: Segment;
  rowIndex: number;
  span: number;
  isOpen: boolean;
  isCursor: boolean;
  onTurn: () => void;
}

/** The head of a group: what its rows share, how many there are and how many homes they hold. It opens and closes. */
export function GroupRow({ segment, rowIndex, span, isOpen, isCursor, onTurn }: GroupRowProps): ReactElement {
  const { count, head } = segment;
  return (
    <tr role="row" aria-rowindex={rowIndex} data-head data-cursor={isCursor || undefined}>
      <th role="rowheader" scope="rowgroup" colSpan={span}>
        <button type="button" className="group-head" aria-expanded={isOpen} onClick={onTurn}>
          {isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />} <b>{head?.label}</b>{' '}
          <span className="sub">
            <Plural value={count} one="# knelpunt" other="# knelpunten" />
          </span>
        </button>
        {head && head.homes > 0 && <Homes count={head.homes} />}
      </th>
    </tr>
  );
}
