import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

export const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zoeken',
  validateSearch: (search: RawSearch): { q?: string } => present({ q: textParam(search['q']) }),
  component: lazyRouteComponent(() => import('../pages/SearchPage.tsx'), 'SearchPage'),
});
