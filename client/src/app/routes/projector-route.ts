import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { streamsOf } from '../../features/live/streams-of.ts';
import { loadSession } from '../../features/session/load-session.ts';
import { rootRoute } from './root-route.ts';

/** What the room sees of a meeting: outside the frame, for a window of its own. */
export const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vergaderingen/$id/scherm',
  beforeLoad: async ({ context, location }) => {
    const session = await loadSession(context.client);
    if (!session) throw redirect({ to: '/aanmelden', search: { terug: location.href } });
    await context.live.start({ viewerId: session.viewer.person.id, streams: streamsOf(session) });
  },
  component: lazyRouteComponent(() => import('../pages/ProjectorPage.tsx'), 'ProjectorPage'),
});
