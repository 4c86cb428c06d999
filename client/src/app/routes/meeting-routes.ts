import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

export const meetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vergaderingen/$id',
  component: lazyRouteComponent(() => import('../pages/MeetingPage.tsx'), 'MeetingPage'),
});
