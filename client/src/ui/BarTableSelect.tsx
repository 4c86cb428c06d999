import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ChevronDownIcon } from './icons.tsx';
import { late } from './late.tsx';
import { PopupOnItsWay } from './PopupOnItsWay.tsx';
import { usePopup } from './popup.ts';

interface BarTableSelectProps {
  tables: readonly { id: string; name: string; note?: string }[];
  value: string;
  onChange: (id: string) => void;
}

const BarTableChoices = late(async () => (await import('./BarTableChoices.tsx')).BarTableChoices, PopupOnItsWay);

/** Which table one is working at; everything on the page follows it. */
export function BarTableSelect({ tables, value, onChange }: BarTableSelectProps): ReactElement {
  const { trigger, open, popup } = usePopup('menu', BarTableChoices);
  const current = tables.find((table) => table.id === value)?.name ?? '';
  return (
    <>
      <button {...trigger} type="button" className="bar-button bar-table" onClick={open}>
        <span>
          <span className="vh">
            <Trans>Tafel:</Trans>{' '}
          </span>
          {current}
        </span>{' '}
        <ChevronDownIcon />
      </button>
      {popup && <BarTableChoices {...popup} tables={tables} value={value} onChange={onChange} />}
    </>
  );
}
