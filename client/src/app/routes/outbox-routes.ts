import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.ts';

const outboxPage = () => import('../pages/OutboxPage.tsx');
const mailPage = () => import('../pages/MailPage.tsx');

/** In the demo: the mail that would have been sent. */
export const outboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/postvak-uit',
  loader: async ({ context }) => (await outboxPage()).loadOutboxPage(context),
  component: lazyRouteComponent(outboxPage, 'OutboxPage'),
});

export const mailRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/postvak-uit/$id',
  loader: async ({ context, params }) => (await mailPage()).loadMailPage(context, params.id),
  component: lazyRouteComponent(mailPage, 'MailPage'),
});
