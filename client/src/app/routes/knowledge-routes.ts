import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

export const notesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis',
  component: lazyRouteComponent(() => import('../pages/NotesPage.tsx'), 'NotesPage'),
});

export const newNoteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/nieuw',
  component: lazyRouteComponent(() => import('../pages/NewNotePage.tsx'), 'NewNotePage'),
});

export const noteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/$slug',
  component: lazyRouteComponent(() => import('../pages/NotePage.tsx'), 'NotePage'),
});

export const editNoteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/$slug/bewerk',
  component: lazyRouteComponent(() => import('../pages/EditNotePage.tsx'), 'EditNotePage'),
});
