import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { Live } from '../../../../features/live/live.ts';
import { CloseMeetingDialog } from '../../../../features/meetings/run/CloseMeetingDialog.tsx';
import { HandButton } from '../../../../features/meetings/run/HandButton.tsx';
import { JoinMeeting } from '../../../../features/meetings/run/JoinMeeting.tsx';
import { OutcomeList } from '../../../../features/meetings/run/OutcomeList.tsx';
import { PeopleHere } from '../../../../features/meetings/run/PeopleHere.tsx';
import { placeOf, runAbility } from '../../../../features/meetings/run/run-facts.ts';
import { RunProgramme } from '../../../../features/meetings/run/RunProgramme.tsx';
import { RunSteering } from '../../../../features/meetings/run/RunSteering.tsx';
import { SteeringMore } from '../../../../features/meetings/run/SteeringMore.tsx';
import { useClock } from '../../../../features/meetings/run/use-clock.ts';
import { usePresence } from '../../../../features/meetings/run/use-presence.ts';
import { useSteering } from '../../../../features/meetings/run/use-steering.ts';
import { useViewer } from '../../../../features/session/session.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { dayOf } from '../../../../lib/dates.ts';
import { usePageTitle } from '../../../page-title.ts';
import { AwayFromTable } from './AwayFromTable.tsx';
import { BetweenItems } from './BetweenItems.tsx';
import { ItemOnScreen } from './ItemOnScreen.tsx';
import { ScreenChoices } from './ScreenChoices.tsx';
import { isClosedTo, nextMeetingAfter, type RunMeeting } from './run-view-query.ts';
import { useCalm } from './use-calm.ts';
import { useFollowing } from './use-following.ts';

const route = getRouteApi('/app/vergaderingen/$id');

/** Programme, the item that is on, and the room. Everybody follows the table until they look elsewhere. */
export function RunningMeeting({ meeting, live }: { meeting: RunMeeting; live: Live }): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const { punt } = route.useSearch();
  const { run, items } = meeting;
  const clock = useClock(run);
  const steering = useSteering(meeting.id);
  const onlookers = usePresence(live, meeting.id);
  const [closing, setClosing] = useState(false);
  const calm = useCalm();
  const place = placeOf(items, run);
  const record = runAbility(meeting, 'RECORD_OUTCOME');
  const mayEdit = record.allowed;
  const asked = items.find((item) => item.id === punt && !isClosedTo(item, mayEdit));
  const shown = asked ?? place.current;
  const away = asked !== undefined && asked.id !== run?.currentItem?.id;
  useFollowing({
    meetingId: meeting.id,
    items,
    shown,
    current: place.current,
    away,
    isOpen: (item) => !isClosedTo(item, mayEdit),
  });
  usePageTitle(shown ? shown.title : t`Vergadering`);
  if (!run || !clock)
    return (
      <EmptyState title={t`De vergadering is nog niet begonnen`}>
        <Trans>Zodra de voorzitter begint, zie je hier het eerste punt.</Trans>
      </EmptyState>
    );

  const nextMeeting = nextMeetingAfter(meeting);
  const me = meeting.attendance.find((attendee) => attendee.person.id === person.id);
  const mayJoin = runAbility(meeting, 'JOIN').allowed && (!me?.presence || me.leftAt !== null);
  const takeAttendance = runAbility(meeting, 'TAKE_ATTENDANCE');
  const askToClose = (): void => setClosing(true);
  // Who leads gives the floor and need not ask for it.
  const hand = runAbility(meeting, 'JOIN').allowed && !runAbility(meeting, 'STEER').allowed && (
    <HandButton
      meetingId={meeting.id}
      raised={onlookers?.find((onlooker) => onlooker.person.id === person.id)?.handRaised}
    />
  );

  return (
    <div className="run" data-live>
      <RunProgramme
        meetingId={meeting.id}
        stops={items.map((item) => ({ ...item, hidden: isClosedTo(item, mayEdit) }))}
        run={run}
        slipped={clock.slipped}
        shownId={shown?.id}
      />
      <div className="run-now">
        {mayJoin && !calm.on && <JoinMeeting meetingId={meeting.id} />}
        {away && shown && (
          <AwayFromTable meeting={meeting} shown={shown} current={place.current} run={run} steering={steering} />
        )}
        {shown && !isClosedTo(shown, mayEdit) ? (
          <ItemOnScreen
            key={shown.id}
            meeting={meeting}
            item={shown}
            run={run}
            clock={away ? null : clock}
            steering={steering}
            viewerId={person.id}
            nextMeetingOn={nextMeeting && dayOf(nextMeeting)}
            calm={calm.on}
          />
        ) : (
          <BetweenItems meeting={meeting} run={run} place={place} />
        )}
      </div>
      <div className="run-thumb">
        <div className="run-step">
          <RunSteering
            meeting={meeting}
            run={run}
            place={place}
            steering={steering}
            onlookers={onlookers}
            onClose={askToClose}
          />
          <SteeringMore meeting={meeting} run={run} place={place} steering={steering} onClose={askToClose} />
        </div>
        {hand}
      </div>
      <div className="run-side stack stack-2xl">
        {shown && !isClosedTo(shown, mayEdit) && (
          <OutcomeList
            key={shown.id}
            itemId={shown.id}
            outcomes={shown.outcomes}
            mayRecord={record.allowed}
            refused={record.allowed ? undefined : record.reason}
          />
        )}
        {!calm.on && (
          <PeopleHere
            meetingId={meeting.id}
            attendance={meeting.attendance}
            onlookers={onlookers}
            refused={takeAttendance.allowed ? undefined : (takeAttendance.reason ?? '')}
          />
        )}
        <ScreenChoices meetingId={meeting.id} calm={calm} />
      </div>
      {closing && (
        <CloseMeetingDialog
          meetingId={meeting.id}
          stops={items}
          nextMeetingOn={nextMeeting}
          onClose={() => setClosing(false)}
        />
      )}
    </div>
  );
}
