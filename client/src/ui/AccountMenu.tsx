import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { MenuEntry } from './Menu.tsx';
import { late } from './late.tsx';
import { PopupOnItsWay } from './PopupOnItsWay.tsx';
import { usePopup } from './popup.ts';

interface AccountMenuProps {
  /** Two letters of the organisation. */
  letters: string;
  name: string;
  /** Under the name: for whom they work. */
  organisation?: string;
  entries: readonly MenuEntry[];
}

const AccountMenuPopup = late(async () => (await import('./AccountMenuPopup.tsx')).AccountMenuPopup, PopupOnItsWay);

/** Who is signed in: their own entries, then the theme and the keys. */
export function AccountMenu({ letters, name, organisation, entries }: AccountMenuProps): ReactElement {
  const { trigger, open, popup } = usePopup('menu', AccountMenuPopup);
  return (
    <>
      <button {...trigger} type="button" className="bar-button" onClick={open}>
        <span className="who" aria-hidden="true">
          {letters}
        </span>
        <span className="vh">
          <Trans>{name}, accountmenu</Trans>
        </span>
      </button>
      {popup && <AccountMenuPopup {...popup} name={name} organisation={organisation} entries={entries} />}
    </>
  );
}
