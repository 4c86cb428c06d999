import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const page = () => import('../pages/AskedPage.tsx');

export const askedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gevraagd',
  loader: async ({ context }) => (await page()).loadAskedPage(context),
  component: lazyRouteComponent(page, 'AskedPage'),
});
