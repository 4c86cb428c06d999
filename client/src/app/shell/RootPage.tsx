import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import { announce } from '../../lib/announce.ts';

/**
 * After going to another page: focus to its heading, so that keyboard and screen reader start there, and the page's name aloud when the
 * heading does not already say it. Filters change the address without moving anybody.
 */
export function RootPage(): ReactElement {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const heading = document.querySelector<HTMLElement>('main h1');
        if (heading && !heading.contains(document.activeElement)) {
          heading.tabIndex = -1;
          heading.focus({ preventScroll: true });
        }
        const [name = ''] = document.title.split(' · ');
        if (name && heading?.textContent !== name) announce(name);
      }),
    [router],
  );
  return <Outlet />;
}
