import type { FragmentType } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseTable_BottleneckFragment } from '../../../generated/graphql.ts';
import { wholeProvince } from '../../../features/tables/chosen-table.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Around } from './around.ts';
import { CaseTable } from './CaseTable.tsx';

interface AroundMeProps {
  around: Around;
  bottlenecks: readonly FragmentType<CaseTable_BottleneckFragment>[];
  arrivedAt: (id: string) => string | undefined;
}

/** What plays around the viewer, what is due first on top; their own cases stand elsewhere. */
export function AroundMe({ around, bottlenecks, arrivedAt }: AroundMeProps): ReactElement {
  const { t } = useLingui();
  const titles = {
    municipality: () => t`Knelpunten in ${around.kind === 'municipality' ? around.name : ''}`,
    table: () => t`Aan tafel ${around.kind === 'table' ? around.name : ''}`,
    province: () => t`In heel Overijssel`,
  };
  const title = titles[around.kind]();
  return (
    <Section
      title={title}
      actions={
        around.kind === 'municipality' ? (
          <Link to="/knelpunten" search={{ tafel: wholeProvince, gemeente: [around.code] }}>
            <Trans>Alle knelpunten</Trans>
          </Link>
        ) : (
          <Link to="/knelpunten">
            <Trans>Alle knelpunten</Trans>
          </Link>
        )
      }
    >
      {bottlenecks.length > 0 ? (
        <CaseTable label={t`${title}, op uiterste datum`} bottlenecks={bottlenecks} arrivedAt={arrivedAt} />
      ) : (
        <EmptyState title={t`Hier speelt nu niets anders`}>
          <Trans>Je ziet wat voor jou zichtbaar is en nog open staat.</Trans>
        </EmptyState>
      )}
    </Section>
  );
}
