import { useRouteContext } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWaitingChanges } from '../../features/commands/waiting-changes.ts';
import { useConnection, type ConnectionState } from '../../features/live/connection.ts';
import { usePolling } from '../../features/live/use-polling.ts';
import { useSession } from '../../features/session/session.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import { BackOnlineNote } from '../../ui/BackOnlineNote.tsx';
import { LiveDot } from '../../ui/LiveDot.tsx';
import { OfflineBand } from '../../ui/OfflineBand.tsx';

/** Is there something on the screen that no stream tells about: a table that is not followed, or one of the whole province's? */
function useUnfollowed({ followed }: ConnectionState): boolean {
  const table = useChosenTable();
  const { tables } = useSession();
  return table ? !followed.has(table.id) : tables.some(({ id }) => !followed.has(id));
}

/** The dot in the bar; fetches every half minute what cannot be followed, and then says so. */
export function LiveStatus(): ReactElement {
  const { live } = useRouteContext({ from: '/app' });
  const connection = useConnection(live.connection);
  const polling = useUnfollowed(connection);
  usePolling(polling);
  return <LiveDot state={connection.status === 'connected' && polling ? 'polling' : connection.status} />;
}

/** Above the page: that there is no connection and what waits, and for a moment that it is back. */
export function ConnectionBand(): ReactElement | null {
  const { live } = useRouteContext({ from: '/app' });
  const { status, since, back } = useConnection(live.connection);
  const waiting = useWaitingChanges();
  if (status === 'offline' && since) {
    return (
      <div className="band">
        <OfflineBand since={since} waiting={waiting} onRetry={live.retryNow} />
      </div>
    );
  }
  if (!back) return null;
  return (
    <div className="band">
      <BackOnlineNote {...back} />
    </div>
  );
}
