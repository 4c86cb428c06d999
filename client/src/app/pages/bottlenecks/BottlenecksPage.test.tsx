import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { formatTime } from '../../../lib/dates.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { caseOf, listOf, showList } from '../../testing/list-answers.ts';
import type { ShownApp } from '../../testing/render-app.tsx';

const lastFilter = ({ asked }: ShownApp): unknown =>
  asked.findLast(({ name }) => name === 'BottlenecksPage')?.variables['filter'];

test('says how many homes wait and how that is counted, in a table that passes axe', async () => {
  showList('/knelpunten');
  await expect.element(page.getByText('170 woningen wachten op 2 knelpunten die je mag zien')).toBeVisible();
  await expect.element(page.getByRole('table', { name: 'Knelpunten' }).getByText('KP-2026-001')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Open 2' })).toHaveAttribute('aria-current', 'page');
  await expectAccessiblePage();
});

test('what the address asks is what the server is asked, and what is chosen goes into the address', async () => {
  const shown = showList('/knelpunten?weergave=triage&thema=STIKSTOF&staat=BESTAAT_NIET&tekst=bodem');
  await expect.element(page.getByRole('button', { name: 'Thema: Stikstof' })).toBeVisible();
  expect(lastFilter(shown)).toEqual({
    states: ['SUBMITTED'],
    themeCodes: ['STIKSTOF'],
    text: 'bodem',
    tableId: 'west',
  });
  await page.getByRole('button', { name: 'Thema: Stikstof' }).click();
  await page.getByRole('option', { name: /Water/ }).click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => shown.router.state.location.searchStr).toContain('thema=STIKSTOF&thema=WATER');
  await page.getByRole('searchbox', { name: 'Zoek in deze lijst' }).fill('grond');
  await expect.poll(() => shown.router.state.location.searchStr).toContain('tekst=grond');
  await expect.poll(() => lastFilter(shown)).toMatchObject({ text: 'grond', themeCodes: ['STIKSTOF', 'WATER'] });
});

test('what is typed while an older answer is under way stays', async () => {
  const { router } = showList('/knelpunten', {
    BottlenecksPage: async ({ filter }) => {
      if ((filter as { text?: string }).text === 'bo') await new Promise((resolve) => setTimeout(resolve, 600));
      return listOf([caseOf(1)]);
    },
  });
  const field = page.getByRole('searchbox', { name: 'Zoek in deze lijst' });
  await field.fill('bo');
  await expect.poll(() => router.latestLocation.searchStr).toContain('tekst=bo');
  await field.fill('bodem');
  await expect.poll(() => router.state.location.searchStr).toContain('tekst=bodem');
  await expect.element(field).toHaveValue('bodem');
});

test('a header sorts, and says so to who cannot see the arrow', async () => {
  const shown = showList('/knelpunten');
  const homes = page.getByRole('columnheader', { name: 'Woningen' });
  await expect.element(page.getByRole('columnheader', { name: /Uiterlijk/ })).toHaveAttribute('aria-sort', 'ascending');
  await homes.getByRole('button').click();
  await expect.element(homes).toHaveAttribute('aria-sort', 'descending');
  expect(shown.router.state.location.searchStr).toContain('volgorde=woningen');
  expect(shown.asked.findLast(({ name }) => name === 'BottlenecksPage')?.variables['orderBy']).toBe('HOMES_DESC');
});

test('what comes in stands in its place with a word and the time, and is said once for a burst', async () => {
  let cases = [caseOf(1)];
  const { open, sinks } = showList('/knelpunten', { BottlenecksPage: () => listOf(cases) });
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  open();
  cases = [caseOf(1), caseOf(2), caseOf(3)];
  const occurredAt = new Date().toISOString();
  for (const n of [2, 3])
    sinks.get('table')?.frame({
      kind: 'event',
      cursor: `c${n}`,
      event: {
        id: `e${n}`,
        type: 'BOTTLENECK_LOGGED',
        occurredAt,
        actor: { id: 'other', name: 'Projectleider Kampen' },
        subjects: [{ __typename: 'Bottleneck', id: `b${n}` }],
      },
    });
  const row = page.getByRole('row', { name: /KP-2026-002/ });
  await expect.element(row.getByText(`nieuw, ${formatTime(occurredAt)}`)).toBeVisible();
  await expect.element(row).toHaveAttribute('data-new');
  await expect.element(page.getByText('2 knelpunten nieuw of gewijzigd')).toBeInTheDocument();
  await expect.element(page.getByRole('row', { name: /KP-2026-001/ })).not.toHaveAttribute('data-new');
});

test('an empty view says why and offers one step; filters that find nothing can be taken off', async () => {
  const shown = showList('/knelpunten', { BottlenecksPage: listOf([]) });
  await expect.element(page.getByText(/West-Overijssel heeft geen knelpunten in deze weergave/)).toBeVisible();
  await expectAccessiblePage();
  await shown.router.navigate({ to: '/knelpunten', search: { tekst: 'xyz', weergave: 'mijn' } });
  await expect.element(page.getByText('Geen knelpunt in deze weergave bevat “xyz”.')).toBeVisible();
  await page.getByRole('link', { name: 'Haal de filters weg' }).click();
  await expect.poll(() => shown.router.state.location.search).toEqual({ weergave: 'mijn' });
});

test('keys walk the list and select; the selection sums its homes', async () => {
  showList('/knelpunten');
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  await userEvent.keyboard('jjx');
  await expect.element(page.getByRole('checkbox', { name: 'Selecteer KP-2026-002' })).toBeChecked();
  await expect.element(page.getByRole('group', { name: 'Selectie' }).getByText('85 woningen')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('group', { name: 'Selectie' })).not.toBeInTheDocument();
});

test('on a phone the views are one menu', async () => {
  await page.viewport(390, 800);
  const { router } = showList('/knelpunten');
  await page.getByRole('button', { name: 'Weergave: open, 2' }).click();
  await page.getByRole('menuitem', { name: 'Te laat, 1' }).click();
  await expect.poll(() => router.state.location.search).toEqual({ weergave: 'te-laat' });
  await page.viewport(1280, 800);
});

test('a reader sees the list without a button that is not theirs', async () => {
  showList('/knelpunten', {}, false);
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Nieuw knelpunt/ })).not.toBeInTheDocument();
});
