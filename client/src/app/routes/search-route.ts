import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { kindWords, type KindInAddress } from '../../features/search/search-kinds.ts';
import { oneOf, present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const tendPage = () => import('../pages/SearchTendPage.tsx');

export const searchTendRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zoeken/beheer',
  loader: async ({ context }) => (await tendPage()).loadSearchTendPage(context),
  component: lazyRouteComponent(tendPage, 'SearchTendPage'),
});

export const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zoeken',
  validateSearch: (search: RawSearch): { q?: string; soort?: KindInAddress } =>
    present({ q: textParam(search['q']), soort: oneOf(kindWords, search['soort']) }),
  // No loader: it would take the field away while one types.
  component: lazyRouteComponent(() => import('../pages/SearchPage.tsx'), 'SearchPage'),
});
