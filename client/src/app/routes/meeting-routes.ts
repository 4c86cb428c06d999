import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const page = () => import('../pages/MeetingPage.tsx');
const minutesPage = () => import('../pages/MinutesPage.tsx');

export const meetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vergaderingen/$id',
  /** `punt` is the item that is open at the table. */
  validateSearch: (search: RawSearch): { punt?: string } => present({ punt: textParam(search['punt']) }),
  loader: async ({ context, params }) => (await page()).loadMeetingPage(context, params.id),
  component: lazyRouteComponent(page, 'MeetingPage'),
});

export const minutesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vergaderingen/$id/verslag',
  loader: async ({ context, params }) => (await minutesPage()).loadMinutesPage(context, params.id),
  component: lazyRouteComponent(minutesPage, 'MinutesPage'),
});
