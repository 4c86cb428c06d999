import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useLayoutEffect, type ReactElement } from 'react';
import { useMeetingFeed } from '../../features/meetings/run/use-meeting-feed.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { Projector } from './projector/Projector.tsx';
import { projectorPageQuery } from './projector/projector-query.ts';
import '../../ui/css/projector.css';

const route = getRouteApi('/vergaderingen/$id/scherm');
const again = 5_000;

/** A running meeting on a wall: large, calm, without controls. It follows by itself and comes back by itself. */
export function ProjectorPage(): ReactElement {
  const { t } = useLingui();
  const { id } = route.useParams();
  const { live } = route.useRouteContext();
  const { data, error, refetch } = useQuery(projectorPageQuery, {
    variables: { meetingId: id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    context: { queryDeduplication: false },
  });
  useMeetingFeed(live, id, () => refetch());
  const failed = error !== undefined && !data;
  useLayoutEffect(() => {
    document.documentElement.classList.add('projector');
    return () => document.documentElement.classList.remove('projector');
  }, []);
  // Nobody stands beside a projector to press a button.
  useLayoutEffect(() => {
    if (!failed) return undefined;
    const timer = setInterval(() => void refetch().catch(() => undefined), again);
    return () => clearInterval(timer);
  }, [failed, refetch]);

  if (data?.meeting) return <Projector meeting={data.meeting} live={live} />;
  return (
    <div className="p-screen">
      <main className="p-main" id="inhoud" tabIndex={-1}>
        {data ? (
          <NotTherePage />
        ) : (
          <h1>{failed ? t`Geen verbinding. Het scherm komt vanzelf terug.` : t`De vergadering komt eraan`}</h1>
        )}
      </main>
    </div>
  );
}
