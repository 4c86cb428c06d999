import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { abilityOf } from '../../../features/meetings/agenda-facts.ts';
import { useMeetingMoves } from '../../../features/meetings/series/use-meeting-moves.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { MeetingShown } from './meeting-shown.ts';

/** A meeting that does not take place: said calmly, with why, and the way to the table's other dates. */
export function CancelledMeeting({ meeting }: { meeting: MeetingShown }): ReactElement {
  const { t } = useLingui();
  const { longDay, time } = useFormat();
  const { restore, busy } = useMeetingMoves();
  const { startsAt, endsAt, location, table, cancelReason, cancelledBy } = meeting;
  const mayRestore = abilityOf(meeting, 'RESTORE').allowed;
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
        level={2}
        title={t`Deze vergadering gaat niet door`}
        action={
          <div className="row">
            {mayRestore && (
              <Button variant="primary" busy={busy} onPress={() => void restore(meeting)}>
                <Trans>Laat toch doorgaan</Trans>
              </Button>
            )}
            <Link className={buttonClass()} to="/tafels/$slug" params={{ slug: table.slug }}>
              <Trans>Bekijk de andere vergaderingen</Trans>
            </Link>
          </div>
        }
      >
        {cancelReason && (
          <>
            {cancelledBy && `${cancelledBy.name}: `}
            {cancelReason}
            <br />
          </>
        )}
        <Trans>Wat op deze agenda stond, wordt vanzelf voorgesteld voor de volgende vergadering.</Trans>
      </EmptyState>
    </>
  );
}
