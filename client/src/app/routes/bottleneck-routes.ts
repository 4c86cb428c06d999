import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { present, textParam, type RawSearch } from '../search-params.ts';
import { askedOf, readListSearch } from './list-search.ts';
import { shellRoute } from './shell-route.ts';

const listPage = () => import('../pages/BottlenecksPage.tsx');
const casePage = () => import('../pages/BottleneckPage.tsx');
const newPage = () => import('../pages/NewBottleneckPage.tsx');

export const bottlenecksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten',
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => askedOf(search),
  loader: async ({ context, deps }) => (await listPage()).loadBottlenecksPage(context, deps),
  component: lazyRouteComponent(listPage, 'BottlenecksPage'),
});

export const newBottleneckRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/nieuw',
  // The project that the page was opened from, by id.
  validateSearch: (search: RawSearch): { project?: string } => present({ project: textParam(search['project']) }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await newPage()).loadNewBottleneckPage(context, deps.project),
  component: lazyRouteComponent(newPage, 'NewBottleneckPage'),
});

export const bottleneckRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/$number',
  loader: async ({ context, params }) => (await casePage()).loadBottleneckPage(context, params.number),
  component: lazyRouteComponent(casePage, 'BottleneckPage'),
});
