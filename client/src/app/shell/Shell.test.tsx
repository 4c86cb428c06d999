import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { QuickSearchQuery } from '../../generated/graphql.ts';
import { expectAccessiblePage } from '../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type ShownApp } from '../testing/render-app.tsx';

const found = answer<QuickSearchQuery>({
  __typename: 'Query',
  search: {
    __typename: 'SearchConnection',
    edges: [
      {
        __typename: 'SearchEdge',
        cursor: '1',
        node: {
          __typename: 'SearchHit',
          title: [
            { __typename: 'TextSegment', text: 'Stikstof', hit: true },
            { __typename: 'TextSegment', text: 'depositieruimte', hit: false },
          ],
          target: {
            __typename: 'Bottleneck',
            id: 'b1',
            number: 'KP-2026-026',
            municipality: { __typename: 'Municipality', id: 'm1', name: 'Zwartewaterland' },
          },
        },
      },
    ],
  },
});

/** An address that no page has is the quietest page there is. */
function show(): ShownApp {
  return renderApp('/nergens', { Viewer: viewerAnswer(), ShellCounts: countsAnswer(11), QuickSearch: found });
}

const heading = page.getByRole('heading', { level: 1, name: 'Dit is er niet voor jou' });

test('what does not exist reads like what is not yours, within the frame', async () => {
  show();
  await expect.element(heading).toBeVisible();
  expect(document.title).toBe('Niet gevonden · Versnellingstafel');
  await expect.element(page.getByRole('link', { name: 'Knelpunten 11' })).toBeVisible();
  await expectAccessiblePage();
});

test('search opens with a key, suggests while typing, and arrows open a suggestion', async () => {
  const { router } = show();
  await expect.element(heading).toBeVisible();
  await userEvent.keyboard('/');
  const field = page.getByRole('searchbox');
  await expect.element(field).toHaveFocus();
  await field.fill('stikstof');
  await expect.element(page.getByRole('option', { name: /Stikstofdepositieruimte/ })).toBeVisible();
  await expectAccessiblePage();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/knelpunten/KP-2026-026');
});

test('Enter without a suggestion goes to all results, Escape closes and gives focus back', async () => {
  const { router } = show();
  await expect.element(heading).toBeVisible();
  const opener = page.getByRole('button', { name: /Zoek in knelpunten/ });
  await opener.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await opener.click();
  await page.getByRole('searchbox').fill('stikstof');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.state.location.href).toBe('/zoeken?q=stikstof');
});

test('a table that is chosen stands in the address, is remembered, and comes along', async () => {
  const { router } = show();
  await page.getByRole('button', { name: /^Tafel:/ }).click();
  await page.getByRole('menuitemradio', { name: 'Heel Overijssel' }).click();
  await expect.poll(() => router.state.location.href).toBe('/nergens?tafel=heel-overijssel');
  expect(localStorage.getItem('table')).toBe('heel-overijssel');
  await expect
    .element(page.getByRole('link', { name: 'Projecten' }))
    .toHaveAttribute('href', '/projecten?tafel=heel-overijssel');
});

test('going to another page moves focus to its heading', async () => {
  show();
  await page.getByRole('link', { name: 'Kennis' }).click();
  await expect.poll(() => document.activeElement?.tagName).toBe('H1');
});
