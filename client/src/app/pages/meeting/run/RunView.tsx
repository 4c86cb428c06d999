import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useRouteContext } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMeetingFeed } from '../../../../features/meetings/run/use-meeting-feed.ts';
import { Bones } from '../../../../ui/Bones.tsx';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { NotTherePage } from '../../NotTherePage.tsx';
import { RunningMeeting } from './RunningMeeting.tsx';
import { runViewQuery } from './run-view-query.ts';

/** A meeting that runs: asks for it and follows it. What an old answer says of the clock is never shown. */
export function RunView({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useLingui();
  const { live } = useRouteContext({ from: '/app' });
  const { data, error, refetch } = useQuery(runViewQuery, {
    variables: { meetingId },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    context: { queryDeduplication: false },
  });
  useMeetingFeed(live, meetingId, () => refetch());
  if (data?.meeting) return <RunningMeeting key={meetingId} meeting={data.meeting} live={live} />;
  if (data) return <NotTherePage />;
  if (error)
    return (
      <ErrorState title={t`De vergadering kon niet worden opgehaald`} onRetry={() => void refetch()}>
        {t`Wat al is vastgelegd, staat bij de server.`}
      </ErrorState>
    );
  return <Bones label={t`De vergadering`} rows={6} />;
}
