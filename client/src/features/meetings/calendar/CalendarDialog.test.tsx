import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot, type Root } from 'react-dom/client';
import { Observable } from 'rxjs';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UiProvider } from '../../../ui/UiProvider.tsx';
import { CalendarButton } from '../CalendarButton.tsx';
import '../../../ui/styles.css';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const viewer = (calendarFeedSince: string | null, calendarFeedUrl: string | null = null): object => ({
  __typename: 'Viewer',
  calendarFeedSince,
  calendarFeedUrl,
});

/** The button on a page, with a server that makes addresses and ends them. */
function show(since: string | null, fails = false): void {
  i18n.loadAndActivate({ locale: 'nl', messages: {} });
  let made = since;
  const answers: Record<string, () => object> = {
    CalendarFeed: () => ({ viewer: { __typename: 'Viewer', calendarFeedSince: made } }),
    RenewCalendarFeed: () => {
      made = '2026-11-24T10:00:00Z';
      const url = `/calendar/feed/${'x'.repeat(43)}.ics`;
      return {
        renewCalendarFeed: { __typename: 'CalendarFeedPayload', viewer: viewer(made, url), problems: [] },
      };
    },
    EndCalendarFeed: () => {
      made = null;
      return { endCalendarFeed: { __typename: 'CalendarFeedPayload', viewer: viewer(null), problems: [] } };
    },
  };
  const link = new ApolloLink(
    ({ operationName = '' }) =>
      new Observable((subscriber) => {
        const given = answers[operationName];
        if (fails || !given) subscriber.error(new Error('The line is dead.'));
        else {
          subscriber.next({ data: given() });
          subscriber.complete();
        }
      }),
  );
  const cache = new InMemoryCache({ typePolicies: { Viewer: { keyFields: [] } } });
  const client = new ApolloClient({ cache, link, dataMasking: true });
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  root.render(
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <UiProvider locale="nl">
          <CalendarButton />
        </UiProvider>
      </ApolloProvider>
    </I18nProvider>,
  );
}

const open = (): Promise<void> => userEvent.click(page.getByRole('button', { name: 'Zet in je agenda' }));

test('an address is made, copied and ended', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  show(null);
  await open();
  await expect.element(page.getByText('Je hebt nog geen adres.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Maak een adres' }));
  const address = `${location.origin}/calendar/feed/${'x'.repeat(43)}.ics`;
  await expect.element(page.getByRole('textbox', { name: 'Jouw adres' })).toHaveValue(address);
  await expect.element(page.getByText(/deel het met niemand/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Kopieer het adres' }));
  expect(copied).toHaveBeenCalledWith(address);
  await userEvent.click(page.getByRole('button', { name: 'Laat het adres vervallen' }));
  await expect.element(page.getByText('Je hebt nog geen adres.')).toBeVisible();
});

test('an address that was made before is not told again, and can be replaced', async () => {
  show('2026-11-20T10:00:00Z');
  await open();
  await expect.element(page.getByText(/Je hebt een adres sinds/)).toBeVisible();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Maak een nieuw adres' }));
  await expect.element(page.getByRole('textbox', { name: 'Jouw adres' })).toBeVisible();
});

test('where the browser does not copy, the address is selected', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not here.'));
  show(null);
  await open();
  await userEvent.click(page.getByRole('button', { name: 'Maak een adres' }));
  await userEvent.click(page.getByRole('button', { name: 'Kopieer het adres' }));
  await expect.element(page.getByText(/Kopiëren lukt niet/)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Jouw adres' }).element() as HTMLInputElement;
  expect(field.selectionEnd).toBe(field.value.length);
});

test('without a network it says so, and asks again', async () => {
  show(null, true);
  await open();
  await expect.element(page.getByText(/We weten niet of je al een adres hebt/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible();
});
