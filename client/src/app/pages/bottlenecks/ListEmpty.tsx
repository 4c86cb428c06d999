import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { activeFilters } from '../../../features/bottlenecks/bottleneck-search.ts';
import { useAbility } from '../../../features/session/session.ts';
import { useChosenTable } from '../../../features/tables/chosen-table.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** An empty list says why, and offers one next step: drop the filters, look wider, or log the first one. */
export function ListEmpty({ search }: { search: ListSearch }): ReactElement {
  const { t } = useLingui();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const table = useChosenTable();
  if (activeFilters(search) > 0) {
    return (
      <EmptyState
        level={2}
        title={t`Niets gevonden met deze filters`}
        action={
          <Link
            className={buttonClass()}
            to="/knelpunten"
            search={{ ...(search.weergave && { weergave: search.weergave }) }}
          >
            <Trans>Haal de filters weg</Trans>
          </Link>
        }
      >
        {search.tekst ? (
          <Trans>Geen knelpunt in deze weergave bevat “{search.tekst}”.</Trans>
        ) : (
          <Trans>Geen knelpunt in deze weergave past bij alle filters samen.</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      level={2}
      title={t`Hier staat niets dat je mag zien`}
      action={
        mayLog.allowed ? (
          <Link className={buttonClass()} to="/knelpunten/nieuw">
            <Trans>Nieuw knelpunt</Trans>
          </Link>
        ) : undefined
      }
    >
      {table ? (
        <Trans>
          {table.shortName} heeft geen knelpunten in deze weergave. Kies bovenaan Heel Overijssel om breder te kijken.
        </Trans>
      ) : (
        <Trans>Er zijn geen knelpunten in deze weergave.</Trans>
      )}
    </EmptyState>
  );
}
