import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const page = () => import('../pages/HomePage.tsx');

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  loader: async ({ context }) => (await page()).loadHomePage(context),
  component: lazyRouteComponent(page, 'HomePage'),
});
