import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import {
  listColumns,
  listGroupings,
  type ListColumn,
  type ListGrouping,
  type ListSearch,
} from '../../../features/bottlenecks/bottleneck-address.ts';
import { usualColumns } from '../../../features/bottlenecks/bottleneck-search.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BoardIcon, ColumnsIcon } from '../../../ui/icons.tsx';
import { late } from '../../../ui/late.tsx';
import { PopupOnItsWay } from '../../../ui/PopupOnItsWay.tsx';
import { usePopup } from '../../../ui/popup.ts';

const Choices = late(async () => (await import('../../../ui/FilterChoices.tsx')).FilterChoices, PopupOnItsWay);

const groupWords: Readonly<Record<ListGrouping, MessageDescriptor>> = {
  staat: msg`Staat`,
  thema: msg`Thema`,
  gemeente: msg`Gemeente`,
  eigenaar: msg`Eigenaar`,
  niveau: msg`Niveau`,
  tafel: msg`Tafel`,
  patroon: msg`Patroon`,
};
const columnWords: Readonly<Record<ListColumn, MessageDescriptor>> = {
  staat: msg`Staat en tafel`,
  woningen: msg`Woningen`,
  eigenaar: msg`Eigenaar en volgende stap`,
  uiterlijk: msg`Uiterlijk`,
  gemeente: msg`Gemeente`,
  thema: msg`Thema’s`,
  trekker: msg`Trekker`,
  tafel: msg`Tafel`,
};

interface ListShapeProps {
  search: ListSearch;
  onChange: (change: { [K in keyof ListSearch]: ListSearch[K] | undefined }) => void;
}

/** How the list stands: grouped, with which columns, as a table or as a board. */
export function ListShape({ search, onChange }: ListShapeProps): ReactElement {
  const { t, i18n } = useLingui();
  const { trigger, open, popup } = usePopup('dialog', Choices);
  const board = search.vorm === 'bord';
  const columns = search.kolom ?? usualColumns;
  const turn = (): void => onChange({ vorm: board ? undefined : 'bord' });
  useShortcut({ keys: 'b', label: t`Bord of tabel`, group: t`Lijst`, onPress: turn });
  return (
    <>
      {!board && (
        <FilterButton
          single
          label={t`Groepeer`}
          options={listGroupings.map((id) => ({ id, label: i18n._(groupWords[id]) }))}
          selected={search.groep ? [search.groep] : []}
          onChange={([id]) => onChange({ groep: listGroupings.find((one) => one === id) })}
        />
      )}
      {!board && (
        <span className="wide-only">
          <IconButton label={t`Kolommen`} icon={<ColumnsIcon />} {...trigger} onPress={open} />
          {popup && (
            <Choices
              {...popup}
              label={t`Kolommen`}
              title={t`Kies de kolommen, in deze volgorde`}
              clearWord={t`De gewone kolommen`}
              options={listColumns.map((id) => ({ id, label: i18n._(columnWords[id]) }))}
              selected={columns}
              onChange={(ids) => {
                const next = ids.filter((id): id is ListColumn => listColumns.some((one) => one === id));
                const usual = next.length === 0 || next.join() === usualColumns.join();
                onChange({ kolom: usual ? undefined : next });
              }}
            />
          )}
        </span>
      )}
      <IconButton label={t`Toon als bord`} icon={<BoardIcon />} pressed={board} onPress={turn} />
    </>
  );
}
