import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const tablePage = () => import('../pages/TablePage.tsx');
const rhythmPage = () => import('../pages/RhythmPage.tsx');
const nextMeetingPage = () => import('../pages/NextMeetingPage.tsx');

export const tableRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tafels/$slug',
  loader: async ({ context, params }) => (await tablePage()).loadTablePage(context, params.slug),
  component: lazyRouteComponent(tablePage, 'TablePage'),
});

/** Goes on to the next meeting; shows a page only when the table has none. */
export const tableAgendaRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tafels/$slug/agenda',
  loader: async ({ context, params }) => (await nextMeetingPage()).loadNextMeetingPage(context, params.slug),
  component: lazyRouteComponent(nextMeetingPage, 'NextMeetingPage'),
});

/** When the table meets; for who may not change it, to read. */
export const tableRhythmRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tafels/$slug/ritme',
  loader: async ({ context, params }) => (await rhythmPage()).loadRhythmPage(context, params.slug),
  component: lazyRouteComponent(rhythmPage, 'RhythmPage'),
});
