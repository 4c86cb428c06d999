import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { MeetingShown } from './meeting-shown.ts';

/** A meeting that does not take place: said calmly, with why, and the way to the table's other dates. */
export function CancelledMeeting({ meeting }: { meeting: MeetingShown }): ReactElement {
  const { t } = useLingui();
  const { longDay, time } = useFormat();
  const { startsAt, endsAt, location, table } = meeting;
  return (
    <>
      <PageHead
        title={t`Vergadering van ${longDay(startsAt)}`}
        meta={
          <Meta>
            <StateMark state="WITHDRAWN" label={t`Gaat niet door`} />
            <span>{table.shortName}</span>
            <span className="nowrap">
              {time(startsAt)}–{time(endsAt)}
            </span>
            <span>{location}</span>
          </Meta>
        }
      />
      <EmptyState
        title={t`Deze vergadering gaat niet door`}
        action={
          <Link to="/tafels/$slug" params={{ slug: table.slug }}>
            <Trans>Bekijk de andere vergaderingen</Trans>
          </Link>
        }
      >
        <Trans>Zaken die op deze agenda stonden, worden vanzelf voorgesteld voor de volgende.</Trans>
      </EmptyState>
    </>
  );
}
