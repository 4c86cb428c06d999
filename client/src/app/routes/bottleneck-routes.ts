import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listOrders, listViews, type ListSearch } from '../../features/bottlenecks/bottleneck-address.ts';
import { oneOf, present, someOf, textParam, textsParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const listPage = () => import('../pages/BottlenecksPage.tsx');
const casePage = () => import('../pages/BottleneckPage.tsx');
const newPage = () => import('../pages/NewBottleneckPage.tsx');

export const bottlenecksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten',
  validateSearch: (search: RawSearch): ListSearch =>
    present({
      weergave: oneOf(listViews, search['weergave']),
      tekst: textParam(search['tekst']),
      staat: someOf(bottleneckStates, search['staat']),
      thema: textsParam(search['thema']),
      gemeente: textsParam(search['gemeente']),
      volgorde: oneOf(listOrders, search['volgorde']),
    }),
  loaderDeps: ({ search }) => search,
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
