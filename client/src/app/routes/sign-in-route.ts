import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { present, textParam, type RawSearch } from '../search-params.ts';
import { rootRoute } from './root-route.ts';

const page = () => import('../pages/SignInPage.tsx');

/** Only a path of this site: an address elsewhere would send people away under our name. */
const ownPath = (value: unknown): string | undefined => {
  const path = textParam(value);
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith('/aanmelden') ? path : undefined;
};

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aanmelden',
  validateSearch: (search: RawSearch): { terug?: string } => present({ terug: ownPath(search['terug']) }),
  loader: async ({ context }) => (await page()).loadSignInPage(context),
  component: lazyRouteComponent(page, 'SignInPage'),
});
