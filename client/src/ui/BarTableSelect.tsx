import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Tick } from './Tick.tsx';
import { ChevronDownIcon } from './icons.tsx';

interface BarTableSelectProps {
  tables: readonly { id: string; name: string; note?: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** Which table one is working at; everything on the page follows it. */
export function BarTableSelect({ tables, value, onChange }: BarTableSelectProps): ReactElement {
  const { t } = useLingui();
  const current = tables.find((table) => table.id === value)?.name ?? '';
  return (
    <MenuTrigger>
      <AriaButton className="bar-button bar-table">
        <span>
          <span className="vh">
            <Trans>Tafel:</Trans>{' '}
          </span>
          {current}
        </span>{' '}
        <ChevronDownIcon />
      </AriaButton>
      <Popover className="menu" placement="bottom start">
        <AriaMenu
          aria-label={t`Kies een tafel`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={(keys) => {
            const [chosen] = keys;
            if (chosen !== undefined) onChange(String(chosen));
          }}
        >
          {tables.map(({ id, name, note }) => (
            <MenuItem key={id} id={id} textValue={name} className="menu-item">
              <Tick />
              <span>{name}</span>
              {note && <span className="end small">{note}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
