import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Run } from '../../../../features/meetings/run/run-documents.ts';
import type { Place } from '../../../../features/meetings/run/run-facts.ts';
import { LockIcon } from '../../../../ui/icons.tsx';
import type { RunItem, RunMeeting } from './run-view-query.ts';

interface BetweenItemsProps {
  meeting: RunMeeting;
  run: Run;
  place: Place<RunItem>;
}

/** No item to show: the closed part for who is not in it, before the first item, or after the last. */
export function BetweenItems({ meeting, run, place }: BetweenItemsProps): ReactElement {
  const { t } = useLingui();
  const over = place.next === undefined;
  const title = run.closedPartNow ? t`Besloten deel` : over ? t`Alle punten zijn geweest` : t`De vergadering is open`;
  return (
    <div className="stack">
      <p className="sub">{meeting.table.name}</p>
      <h1 id="geen-punt">
        {run.closedPartNow && <LockIcon />} {title}
      </h1>
      <p>
        {run.closedPartNow ? (
          <Trans>De tafel bespreekt een punt dat niet voor jou te zien is. Daarna ga je vanzelf weer mee.</Trans>
        ) : over ? (
          <Trans>Wie de vergadering leidt, kan haar sluiten. Tot die tijd kun je elk punt nog bekijken.</Trans>
        ) : (
          <Trans>Zo begint het eerste punt. Je ziet het hier vanzelf.</Trans>
        )}
      </p>
    </div>
  );
}
