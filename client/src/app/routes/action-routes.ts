import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { actionViews, type ActionsSearch } from '../../features/actions/action-address.ts';
import { oneOf, present, textParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const page = () => import('../pages/ActionsPage.tsx');

export const actionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/acties',
  validateSearch: (search: RawSearch): ActionsSearch =>
    present({ weergave: oneOf(actionViews, search['weergave']), tekst: textParam(search['tekst']) }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await page()).loadActionsPage(context, deps),
  component: lazyRouteComponent(page, 'ActionsPage'),
});
