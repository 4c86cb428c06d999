import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

/** How often what cannot be followed is fetched again, in milliseconds. */
const pollingInterval = 30_000;

/** Fetches what is on the screen every half minute while somebody can see it, for those who may not follow its table. */
export function usePolling(active: boolean): void {
  const client = useApolloClient();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine)
        void client.refetchQueries({ include: 'active' }).catch(() => undefined);
    }, pollingInterval);
    return () => clearInterval(timer);
  }, [client, active]);
}
