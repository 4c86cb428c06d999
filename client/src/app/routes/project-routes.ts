import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectOrders, regionWords, type ProjectsSearch } from '../../features/projects/project-address.ts';
import { flagParam, oneOf, present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const listPage = () => import('../pages/ProjectsPage.tsx');
const projectPage = () => import('../pages/ProjectPage.tsx');

export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projecten',
  validateSearch: (search: RawSearch): ProjectsSearch =>
    present({
      tekst: textParam(search['tekst']),
      gemeente: textParam(search['gemeente']),
      regio: oneOf(regionWords, search['regio']),
      sleutel: flagParam(search['sleutel']),
      tegengehouden: flagParam(search['tegengehouden']),
      volgorde: oneOf(projectOrders, search['volgorde']),
    }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await listPage()).loadProjectsPage(context, deps),
  component: lazyRouteComponent(listPage, 'ProjectsPage'),
});

export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projecten/$id',
  loader: async ({ context, params }) => (await projectPage()).loadProjectPage(context, params.id),
  component: lazyRouteComponent(projectPage, 'ProjectPage'),
});
