import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projecten',
  component: lazyRouteComponent(() => import('../pages/ProjectsPage.tsx'), 'ProjectsPage'),
});

export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projecten/$id',
  component: lazyRouteComponent(() => import('../pages/ProjectPage.tsx'), 'ProjectPage'),
});
