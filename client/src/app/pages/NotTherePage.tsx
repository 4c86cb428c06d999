import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';

interface NotTherePageProps {
  /** Where to go on, as a link; by default the start page. */
  wayOut?: ReactNode;
}

/** For routes: the page without a way out of its own. */
export const NotThereFallback = (): ReactElement => <NotTherePage />;

/** Not there and not yours read the same, in the page, in the title of the tab and in what it offers. */
export function NotTherePage({ wayOut }: NotTherePageProps): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Niet gevonden`);
  return (
    <Stack gap="xl">
      <PageHead title={t`Dit is er niet voor jou`} />
      <p className="lead">
        <Trans>
          Het bestaat niet, of je hebt geen toegang. Controleer de link of het nummer, of vraag het de secretaris van de
          tafel.
        </Trans>
      </p>
      <p>
        {wayOut ?? (
          <Link to="/">
            <Trans>Naar start</Trans>
          </Link>
        )}
      </p>
    </Stack>
  );
}
