import type { ApolloClient } from '@apollo/client';
import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Live } from '../../features/live/live.ts';
import type { Preload } from '../preload.ts';
import { ErrorPageAlone } from '../pages/ErrorPage.tsx';
import { NotThereFallback } from '../pages/NotTherePage.tsx';
import { RootPage } from '../shell/RootPage.tsx';

/** What every loader gets. */
export interface RouterContext {
  client: ApolloClient;
  preload: Preload;
  live: Live;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootPage,
  notFoundComponent: NotThereFallback,
  errorComponent: ErrorPageAlone,
});
