import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

export const bottlenecksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten',
  component: lazyRouteComponent(() => import('../pages/BottlenecksPage.tsx'), 'BottlenecksPage'),
});

export const newBottleneckRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/nieuw',
  component: lazyRouteComponent(() => import('../pages/NewBottleneckPage.tsx'), 'NewBottleneckPage'),
});

export const bottleneckRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knelpunten/$number',
  component: lazyRouteComponent(() => import('../pages/BottleneckPage.tsx'), 'BottleneckPage'),
});
