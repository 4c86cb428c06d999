import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const patternPage = () => import('../pages/PatternPage.tsx');

export const patternRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/patronen/$number',
  loader: async ({ context, params }) => (await patternPage()).loadPatternPage(context, params.number),
  component: lazyRouteComponent(patternPage, 'PatternPage'),
});
