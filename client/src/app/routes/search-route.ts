import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

export const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zoeken',
  component: lazyRouteComponent(() => import('../pages/SearchPage.tsx'), 'SearchPage'),
});
