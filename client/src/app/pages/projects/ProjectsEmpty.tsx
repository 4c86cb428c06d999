import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ProjectsSearch } from '../../../features/projects/project-address.ts';
import { activeFilters } from '../../../features/projects/project-search.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** An empty list says why, and offers one next step. */
export function ProjectsEmpty({ search }: { search: ProjectsSearch }): ReactElement {
  const { t } = useLingui();
  if (activeFilters(search) === 0) {
    return (
      <EmptyState level={2} title={t`Nog geen projecten`}>
        <Trans>Projecten komen uit het register. De functioneel beheerder leest ze in.</Trans>
      </EmptyState>
    );
  }
  const onlyBlocked = search.tegengehouden && activeFilters(search) === 1;
  return (
    <EmptyState
      level={2}
      title={onlyBlocked ? t`Geen project wordt tegengehouden` : t`Niets gevonden met deze filters`}
      action={
        <Link className={buttonClass()} to="/projecten" search={{}}>
          <Trans>Toon alle projecten</Trans>
        </Link>
      }
    >
      {onlyBlocked ? (
        <Trans>Aan geen project hangt een open knelpunt dat je mag zien.</Trans>
      ) : search.tekst ? (
        <Trans>Geen project past bij “{search.tekst}”: niet op naam, plannummer of gemeente.</Trans>
      ) : (
        <Trans>Geen project past bij alle filters samen.</Trans>
      )}
    </EmptyState>
  );
}
