import { useLingui } from '@lingui/react/macro';
import { Link, Outlet, useNavigate, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { SessionProvider } from '../../features/session/session.ts';
import { ChosenTableProvider } from '../../features/tables/chosen-table.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { AppShell } from '../../ui/AppShell.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { DemoNotice } from '../../ui/DemoNotice.tsx';
import { SearchTrigger } from '../../ui/SearchTrigger.tsx';
import { KeptTexts } from './KeptTexts.tsx';
import { ConnectionBand, LiveStatus } from './LiveStatus.tsx';
import { ShellAccount } from './ShellAccount.tsx';
import { ShellNav } from './ShellNav.tsx';
import { TableSwitcher } from './TableSwitcher.tsx';

const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog.tsx')).SearchDialog }));

/** The frame around every page of a signed-in person. */
export function Shell(): ReactElement {
  const { session, chosenTable } = useRouteContext({ from: '/app' });
  const { t } = useLingui();
  const navigate = useNavigate();
  const [searching, setSearching] = useState(false);
  const openSearch = (): void => setSearching(true);
  useShortcut({ keys: 'Ctrl+K', label: t`Zoeken`, inFields: true, onPress: openSearch });
  useShortcut({ keys: 'n', label: t`Nieuw knelpunt`, onPress: () => void navigate({ to: '/knelpunten/nieuw' }) });

  return (
    <SessionProvider value={session}>
      <ChosenTableProvider value={chosenTable}>
        <AppShell
          brand={<Brand link={(content) => <Link to="/">{content}</Link>} />}
          table={<TableSwitcher />}
          search={<SearchTrigger onPress={openSearch} />}
          live={<LiveStatus />}
          account={<ShellAccount />}
          nav={<ShellNav />}
        >
          <ConnectionBand />
          <KeptTexts />
          <Outlet />
          {session.viewer.demo && <DemoNotice />}
        </AppShell>
        {searching && (
          <Suspense>
            <SearchDialog onClose={() => setSearching(false)} />
          </Suspense>
        )}
      </ChosenTableProvider>
    </SessionProvider>
  );
}
