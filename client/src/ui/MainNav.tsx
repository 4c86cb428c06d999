import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';

/** The main menu: a column beside the page, on a phone a row under the bar. @param props.saved saved views, wide screens only */
export function MainNav({ children, saved }: { children: ReactNode; saved?: ReactNode }): ReactElement {
  const { t } = useLingui();
  return (
    <nav className="nav" aria-label={t`Hoofdmenu`}>
      <ul>{children}</ul>
      {saved && (
        <div className="nav-wide">
          <h2 className="nav-group">
            <Trans>Bewaarde weergaven</Trans>
          </h2>
          <ul>{saved}</ul>
        </div>
      )}
    </nav>
  );
}
