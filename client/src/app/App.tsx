import { ApolloProvider } from '@apollo/client/react';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { useSyncExternalStore, type ReactElement } from 'react';
import { LiveBusContext } from '../features/live/live-bus.ts';
import { toLocaleCode } from '../lib/i18n.ts';
import { UiProvider } from '../ui/UiProvider.tsx';
import type { AppParts } from './create-app.ts';

const onLocaleChange = (listener: () => void): (() => void) => i18n.on('change', listener);

/** The page: language, kit, data, events and routes. */
export function App({ client, router, bus }: AppParts): ReactElement {
  const locale = useSyncExternalStore(onLocaleChange, () => i18n.locale);
  return (
    <I18nProvider i18n={i18n}>
      <UiProvider locale={toLocaleCode(locale)}>
        <ApolloProvider client={client}>
          <LiveBusContext value={bus}>
            <RouterProvider router={router} />
          </LiveBusContext>
        </ApolloProvider>
      </UiProvider>
    </I18nProvider>
  );
}
