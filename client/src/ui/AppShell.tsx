import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';

interface AppShellProps {
  brand: ReactNode;
  /** The table one is working at. */
  table?: ReactNode;
  search?: ReactNode;
  live?: ReactNode;
  /** More in the bar, before the account. */
  extra?: ReactNode;
  account?: ReactNode;
  /** Without navigation the page gets the meeting's frame. */
  nav?: ReactNode;
  /** What stands above the page for as long as it lasts: no connection. */
  band?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: skip link, bar, navigation and the main area. */
export function AppShell({
  brand,
  table,
  search,
  live,
  extra,
  account,
  nav,
  band,
  children,
}: AppShellProps): ReactElement {
  return (
    <>
      <a className="skip" href="#inhoud">
        <Trans>Naar de inhoud</Trans>
      </a>
      <div className={nav ? 'shell' : 'shell shell-focus'}>
        <header className="bar">
          {brand}
          {table}
          {search}
          {live}
          {extra}
          {account}
        </header>
        {nav}
        <main className="main" id="inhoud" tabIndex={-1}>
          {band && <div className="band">{band}</div>}
          {children}
        </main>
      </div>
    </>
  );
}
