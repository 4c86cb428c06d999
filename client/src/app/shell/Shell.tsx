import { Outlet, useRouteContext } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { SessionProvider } from '../../features/session/session.ts';
import { ChosenTableProvider } from '../../features/tables/chosen-table.ts';
import { AppShell } from '../../ui/AppShell.tsx';

/** The frame around every page of a signed-in person. */
export function Shell(): ReactElement {
  const { session, chosenTable } = useRouteContext({ from: '/app' });
  return (
    <SessionProvider value={session}>
      <ChosenTableProvider value={chosenTable}>
        <AppShell brand={null}>
          <Outlet />
        </AppShell>
      </ChosenTableProvider>
    </SessionProvider>
  );
}
