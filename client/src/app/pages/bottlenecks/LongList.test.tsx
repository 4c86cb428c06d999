import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BottleneckGroupsQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { caseOf, listOf, rowsOf, showList } from '../../testing/list-answers.ts';
import { answer, type ShownApp } from '../../testing/render-app.tsx';

const cases = (from: number, to: number): ReturnType<typeof caseOf>[] =>
  Array.from({ length: to - from }, (_, n) => caseOf(from + n + 1));

/** A list of so many rows, as the server pages it. */
const longList = (total: number) => ({
  BottlenecksPage: () => listOf(cases(0, Math.min(100, total)), { totalCount: total }),
  BottleneckRows: ({ offset, first }: Record<string, unknown>) =>
    rowsOf(cases(Number(offset), Math.min(total, Number(offset) + Number(first)))),
});
const rowsInPage = (): number => document.querySelectorAll('tbody tr[data-key]').length;
const row = (n: number) => page.getByRole('row', { name: new RegExp(`KP-2026-${String(n).padStart(3, '0')}`) });
const scrollTo = (top: number): void => window.scrollTo({ top, behavior: 'instant' });

test('500 rows: only those near the view stand in the page, and a screen reader hears how many there are', async () => {
  showList('/knelpunten', longList(500));
  await expect.element(row(1)).toBeVisible();
  await expect.element(page.getByRole('table', { name: 'Knelpunten' })).toHaveAttribute('aria-rowcount', '501');
  await expect.poll(rowsInPage).toBeLessThan(120);
  await expect.element(row(1)).toHaveAttribute('aria-rowindex', '2');
  await expectAccessiblePage();
});

test('rows further down come while one scrolls, two pages ahead of the eye', async () => {
  const { asked } = showList('/knelpunten', longList(500));
  await expect.element(row(1)).toBeVisible();
  const offsets = (): unknown[] =>
    asked.filter(({ name }) => name === 'BottleneckRows').map(({ variables }) => variables['offset']);
  await expect.poll(offsets).toContain(100);
  await expect.poll(offsets).toContain(200);
  expect(offsets()).not.toContain(400);
  scrollTo(document.documentElement.scrollHeight);
  await expect.element(row(500)).toBeVisible();
  expect(rowsInPage()).toBeLessThan(120);
  await expect.poll(() => offsets().filter((offset) => offset === 100).length).toBe(1);
});

test('End goes to the last row with the focus, Home to the first, also where they were not in the page', async () => {
  showList('/knelpunten', longList(500));
  await expect.element(row(1)).toBeVisible();
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('link', { name: 'Bodem 1 vertraagt het plan', exact: true })).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('link', { name: 'Bodem 500 vertraagt het plan' })).toHaveFocus();
  await userEvent.keyboard('k');
  await expect.element(page.getByRole('link', { name: 'Bodem 499 vertraagt het plan' })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByRole('link', { name: 'Bodem 1 vertraagt het plan', exact: true })).toHaveFocus();
});

test('up to a hundred rows all of them stand there', async () => {
  const { asked } = showList('/knelpunten', longList(100));
  await expect.poll(rowsInPage).toBe(100);
  expect(asked.some(({ name }) => name === 'BottleneckRows')).toBe(false);
});

/** Somebody else logs a case. */
function arrive({ sinks }: ShownApp, n: number): void {
  sinks.get('table')?.frame({
    kind: 'event',
    cursor: `c${n}`,
    event: {
      id: `e${n}`,
      type: 'BOTTLENECK_LOGGED',
      occurredAt: new Date().toISOString(),
      actor: { id: 'other', name: 'Projectleider Kampen' },
      subjects: [{ __typename: 'Bottleneck', id: `b${n}` }],
    },
  });
}

test('what sorts above who reads further down waits, and comes when asked for', async () => {
  let listed = cases(0, 60);
  const shown = showList('/knelpunten', { BottlenecksPage: () => listOf(listed) });
  await expect.element(row(1)).toBeVisible();
  shown.open();
  row(40).element().scrollIntoView({ block: 'center' });
  await expect.poll(() => scrollY).toBeGreaterThan(0);
  const stood = row(40).element().getBoundingClientRect().top;
  listed = [caseOf(201), caseOf(202), ...listed];
  arrive(shown, 201);
  arrive(shown, 202);
  const button = page.getByRole('button', { name: '2 nieuwe boven, toon' });
  await expect.element(button).toBeVisible();
  expect(Math.abs(row(40).element().getBoundingClientRect().top - stood)).toBeLessThan(2);
  await expect.element(row(201)).not.toBeInTheDocument();
  await button.click();
  await expect.element(row(201)).toBeVisible();
  await expect.element(button).not.toBeInTheDocument();
});

test('a range is selected from one row to another, and Ctrl A takes all', async () => {
  showList('/knelpunten', { BottlenecksPage: listOf(cases(0, 6)) });
  await expect.element(row(1)).toBeVisible();
  await userEvent.keyboard('jx');
  await userEvent.keyboard('jj');
  await userEvent.keyboard('{Shift>}x{/Shift}');
  await expect.element(page.getByText('3 geselecteerd')).toBeVisible();
  await expect.element(page.getByText('255 woningen')).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByText('6 geselecteerd')).toBeVisible();
});

test('groups say what they hold, load their own rows, and close', async () => {
  const { asked } = showList('/knelpunten?groep=staat', {
    BottlenecksPage: listOf(cases(0, 3)),
    BottleneckGroups: answer<BottleneckGroupsQuery>({
      __typename: 'Query',
      bottleneckGroups: [
        { __typename: 'BottleneckGroupCount', value: 'SUBMITTED', label: 'Ingediend', count: 2, homes: 170 },
        { __typename: 'BottleneckGroupCount', value: 'TRIAGE', label: 'In voorportaal', count: 1, homes: 85 },
      ],
    }),
    BottleneckRows: ({ filter }) =>
      (filter as { states: string[] }).states.includes('TRIAGE')
        ? rowsOf([caseOf(3, { state: 'TRIAGE' })])
        : rowsOf(cases(0, 2)),
  });
  const head = page.getByRole('button', { name: /Ingediend 2 knelpunten/ });
  await expect.element(head).toHaveAttribute('aria-expanded', 'true');
  await expect.element(row(3)).toBeVisible();
  await head.click();
  await expect.element(row(1)).not.toBeInTheDocument();
  await expect.element(row(3)).toBeVisible();
  expect(asked.find(({ name }) => name === 'BottleneckRows')?.variables['filter']).toMatchObject({ open: true });
  await expectAccessiblePage();
});

test('columns are chosen in an order that the address keeps', async () => {
  await page.viewport(1366, 800);
  const { router } = showList('/knelpunten?kolom=gemeente&kolom=staat');
  await expect.element(page.getByRole('columnheader', { name: 'Gemeente' })).toBeVisible();
  const heads = page
    .getByRole('columnheader')
    .elements()
    .map((head) => head.textContent.trim());
  expect(heads.slice(-2)).toEqual(['Gemeente', 'Staat en tafel']);
  await page.getByRole('button', { name: 'Kolommen' }).click();
  await page.getByRole('option', { name: 'Trekker' }).click();
  await expect.poll(() => router.state.location.search).toEqual({ kolom: ['gemeente', 'staat', 'trekker'] });
  await page.viewport(1280, 800);
});
