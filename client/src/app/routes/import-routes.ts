import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rowKindWords, type RowKindWord } from '../../features/bottlenecks/import/row-kinds.ts';
import { oneOf, present, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const startPage = () => import('../pages/StartImportPage.tsx');
const importPage = () => import('../pages/ImportPage.tsx');

export const startImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/importeer',
  component: lazyRouteComponent(startPage, 'StartImportPage'),
});

export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/importeer/$id',
  validateSearch: (search: RawSearch): { rijen?: RowKindWord } =>
    present({ rijen: oneOf(rowKindWords, search['rijen']) }),
  loader: async ({ context, params }) => (await importPage()).loadImportPage(context, params.id),
  component: lazyRouteComponent(importPage, 'ImportPage'),
});
