import type { ApolloClient } from '@apollo/client';
import { LiveBus } from '../features/live/live-bus.ts';
import { LiveFeed } from '../features/live/live-feed.ts';
import { createClient } from './apollo/create-client.ts';
import { createLateTransport } from './live/late-transport.ts';
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
  const line = async () => (await import('./live/open-line.ts')).openLine(client, onUnauthenticated);
  const live = new LiveFeed(createLateTransport(client, line), bus);
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
