import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flagParam, present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const page = () => import('../pages/MeetingPage.tsx');
const minutesPage = () => import('../pages/MinutesPage.tsx');

export const meetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vergaderingen/$id',
  /** `punt` is the item that is open; `voorbeeld` shows the agenda as participants will see it. */
  validateSearch: (search: RawSearch): { punt?: string; voorbeeld?: true } =>
    present({ punt: textParam(search['punt']), voorbeeld: flagParam(search['voorbeeld']) }),
  beforeLoad: async ({ search }) => {
    if (search.punt !== undefined) await (await page()).fetchItem();
  },
  loader: async ({ context, params }) => (await page()).loadMeetingPage(context, params.id),
  component: lazyRouteComponent(page, 'MeetingPage'),
});

export const minutesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vergaderingen/$id/verslag',
  loader: async ({ context, params }) => (await minutesPage()).loadMinutesPage(context, params.id),
  component: lazyRouteComponent(minutesPage, 'MinutesPage'),
});
