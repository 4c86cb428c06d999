import type { FragmentType } from '@apollo/client';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseTable_BottleneckFragment } from '../../../generated/graphql.ts';
import { useAbility } from '../../../features/session/session.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CaseTable } from './CaseTable.tsx';

interface MyBottlenecksProps {
  bottlenecks: readonly FragmentType<CaseTable_BottleneckFragment>[];
  totalCount: number;
  homesWaiting: number;
  /** When a row came in while the page was open (ISO moment). */
  arrivedAt: (id: string) => string | undefined;
}

/** The open cases of the viewer: filer, owner or lead. */
export function MyBottlenecks({ bottlenecks, totalCount, homesWaiting, arrivedAt }: MyBottlenecksProps): ReactElement {
  const { t } = useLingui();
  const mayLog = useAbility('LOG_BOTTLENECK');
  return (
    <Section
      title={t`Mijn knelpunten`}
      actions={
        homesWaiting > 0 ? (
          <Homes count={homesWaiting}>
            <Plural value={homesWaiting} one="woning wacht" other="woningen wachten" />
          </Homes>
        ) : undefined
      }
    >
      {bottlenecks.length === 0 ? (
        <EmptyState
          title={t`Je hebt geen open knelpunten`}
          action={
            mayLog.allowed ? (
              <Link className={buttonClass()} to="/knelpunten/nieuw">
                <Trans>Meld een knelpunt</Trans>
              </Link>
            ) : (
              <Link to="/kennis">
                <Trans>Lees wat anderen leerden</Trans>
              </Link>
            )
          }
        >
          {mayLog.allowed ? (
            <Trans>Houdt iets een woningbouwplan tegen? Meld het; een paar regels zijn genoeg om te beginnen.</Trans>
          ) : (
            (mayLog.reason ?? (
              <Trans>Je leest mee: hier komen de knelpunten waarvan je eigenaar of trekker bent.</Trans>
            ))
          )}
        </EmptyState>
      ) : (
        <>
          <CaseTable label={t`Mijn knelpunten, op uiterste datum`} bottlenecks={bottlenecks} arrivedAt={arrivedAt} />
          <p className="sub small">
            {totalCount > bottlenecks.length ? (
              <Trans>
                {bottlenecks.length} van {totalCount}.{' '}
              </Trans>
            ) : null}
            <Trans>Een project telt één keer. Eén dak is 50 woningen.</Trans>
          </p>
        </>
      )}
    </Section>
  );
}
