import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { MenuItem } from 'react-aria-components/Menu';
import { MenuPopup } from './MenuPopup.tsx';
import type { PopupProps } from './popup.ts';
import { Tick } from './Tick.tsx';

interface BarTableChoicesProps extends PopupProps {
  tables: readonly { id: string; name: string; note?: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** The tables to choose from. */
export function BarTableChoices({ tables, value, onChange, ...popup }: BarTableChoicesProps): ReactElement {
  const { t } = useLingui();
  return (
    <MenuPopup label={t`Kies een tafel`} at="start" chosen={value} onChoose={onChange} {...popup}>
      {tables.map(({ id, name, note }) => (
        <MenuItem key={id} id={id} textValue={name} className="menu-item">
          <Tick />
          <span>{name}</span>
          {note && <span className="end small">{note}</span>}
        </MenuItem>
      ))}
    </MenuPopup>
  );
}
