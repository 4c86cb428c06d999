import type { ApolloClient } from '@apollo/client';
import { LiveBus } from '../features/live/live-bus.ts';
import { LateFeed } from '../features/live/late-feed.ts';
import { createClient } from './apollo/create-client.ts';
import { createPreload } from './preload.ts';
import { createAppRouter, type AppRouter } from './router.ts';

/** Everything that lives as long as the page. */
export interface AppParts {
  client: ApolloClient;
  router: AppRouter;
  bus: LiveBus;
}

/** Builds the page's parts once and hands them to each other. */
export function createApp(): AppParts {
  const onUnauthenticated = (): void => void sessionLost();
  const bus = new LiveBus();
  const client = createClient(onUnauthenticated);
  const live = new LateFeed(async (connection) =>
    (await import('./live/open-feed.ts')).openFeed({ client, bus, connection, onUnauthenticated }),
  );
  const router = createAppRouter({ client, preload: createPreload(client), live });

  /** Signs off here too and asks to sign in again, with the way back. */
  async function sessionLost(): Promise<void> {
    if (router.state.location.pathname === '/aanmelden') return;
    const terug = router.state.location.href;
    live.stop();
    await client.clearStore();
    await router.navigate({ to: '/aanmelden', search: { terug } });
  }

  return { client, router, bus };
}
