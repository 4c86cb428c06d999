import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { NotThereFallback } from './pages/NotTherePage.tsx';
import { PendingPage } from './pages/PendingPage.tsx';
import { routeTree } from './routes/route-tree.ts';
import type { RouterContext } from './routes/root-route.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/** The router of the page; a test gives it a history of its own. Apollo keeps the data; the router keeps none of its own, so that nothing old is shown twice. */
export function createAppRouter(context: RouterContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPreloadStaleTime: 0,
    defaultStaleTime: 0,
    defaultGcTime: 0,
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotThereFallback,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
