import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { streamsOf } from '../../features/live/streams-of.ts';
import type { KnownTable, Session } from '../../features/session/session.ts';
import { loadSession } from '../../features/session/load-session.ts';
import { chooseTable, readRememberedTable } from '../../features/tables/chosen-table.ts';
import { ErrorPageAlone } from '../pages/ErrorPage.tsx';
import { NotThereFallback } from '../pages/NotTherePage.tsx';
import type { Preload } from '../preload.ts';
import { present, textParam, type RawSearch } from '../search-params.ts';
import { rootRoute } from './root-route.ts';

/** What a page's loader works with. */
export interface PageContext {
  preload: Preload;
  /** Who is signed in, and every table by name. */
  session: Session;
  /** The table one works at; null for the whole province. */
  chosenTable: KnownTable | null;
}

/** Everything that needs a signed-in person. Its cursors are fetched before any list, so that nothing falls between list and feed. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: (search: RawSearch): { tafel?: string } => present({ tafel: textParam(search['tafel']) }),
  search: { middlewares: [retainSearchParams(['tafel'])] },
  beforeLoad: async ({ context, search, location, preload }) => {
    const session = await loadSession(context.client);
    if (!session) throw redirect({ to: '/aanmelden', search: { terug: location.href } });
    if (!preload) await context.live.start({ viewerId: session.viewer.person.id, streams: streamsOf(session) });
    return { session, chosenTable: chooseTable(session, search.tafel, readRememberedTable()) };
  },
  component: lazyRouteComponent(() => import('../shell/Shell.tsx'), 'Shell'),
  notFoundComponent: NotThereFallback,
  errorComponent: ErrorPageAlone,
});

/** An address that no page has: asked of a signed-in person within the frame, like any other that is not theirs. */
export const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotThereFallback });
