import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImportPageQuery, ImportRowsQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

type Seen = NonNullable<ImportPageQuery['import']>;
const seen: Seen = {
  __typename: 'Import',
  id: 'i1',
  importState: 'MAPPING',
  fileName: 'knelpunten.xlsx',
  startedAt: '2026-11-25T09:00:00Z',
  sheet: 'Lijst',
  headerRow: 3,
  done: 0,
  total: 0,
  guessCount: 0,
  guessesConfirmed: false,
  failure: null,
  appliedAt: null,
  version: 2,
  table: { __typename: 'AccelerationTable', id: 'west', slug: 'west-overijssel', shortName: 'West-Overijssel' },
  sheets: [{ __typename: 'ImportSheet', name: 'Lijst', rowCount: 40 }],
  columns: [
    {
      __typename: 'ImportColumn',
      index: 0,
      header: 'Knelpunt',
      samples: ['Stikstof'],
      field: null,
      suggested: 'TITLE',
      remembered: true,
    },
    {
      __typename: 'ImportColumn',
      index: 1,
      header: 'Plan',
      samples: ['P-1'],
      field: null,
      suggested: null,
      remembered: false,
    },
  ],
  counts: [],
  keptChanges: [],
  viewerCan: [{ __typename: 'Ability', verb: 'APPLY', allowed: true, reason: null }],
};
const fields: ImportPageQuery['importFields'] = [
  { __typename: 'ImportFieldInfo', field: 'TITLE', label: 'Titel', required: true, hint: '' },
  { __typename: 'ImportFieldInfo', field: 'PROJECT', label: 'Project', required: false, hint: '' },
  { __typename: 'ImportFieldInfo', field: 'DUE_ON', label: 'Uiterlijk', required: false, hint: '' },
];
const rows = answer<ImportRowsQuery>({
  __typename: 'Query',
  import: {
    __typename: 'Import',
    id: 'i1',
    rows: {
      __typename: 'ImportRowConnection',
      totalCount: 1,
      edges: [
        {
          __typename: 'ImportRowEdge',
          cursor: 'c1',
          node: {
            __typename: 'ImportRow',
            id: 'r1',
            rowNumber: 7,
            kind: 'REFUSED',
            title: 'Stikstof',
            messages: [],
            stale: false,
            bottleneck: null,
            cells: [
              {
                __typename: 'ImportCell',
                column: 2,
                header: 'Datum',
                field: 'DUE_ON',
                raw: '31-02-2026',
                value: null,
                before: null,
                cellState: 'REFUSED',
                message: '31-02-2026 bestaat niet als datum.',
              },
            ],
          },
        },
      ],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'c1' },
    },
  },
});

function show(change: Partial<Seen>, answers: Answers = {}): ShownApp {
  return renderApp('/knelpunten/importeer/i1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(0),
    ImportPage: () =>
      answer<ImportPageQuery>({ __typename: 'Query', import: { ...seen, ...change }, importFields: fields }),
    ImportRows: () => rows,
    ...answers,
  });
}

test('a remembered column stands chosen, what misses is named, and two columns on one field are told at both', async () => {
  show({});
  await expect.element(page.getByRole('combobox', { name: /^Veld voor Knelpunt/u })).toHaveValue('TITLE');
  await expect.element(page.getByText('Onthouden van de vorige keer')).toBeVisible();
  await expect.element(page.getByText('Nog geen kolom voor: Project.')).toBeVisible();
  await page.getByRole('combobox', { name: /^Veld voor Plan/u }).selectOptions('TITLE');
  await expect.poll(() => page.getByText('Nog een kolom staat op Titel.').elements().length).toBe(2);
  await expectAccessiblePage();
});

test('guesses stand in the way of applying, in words', async () => {
  show({
    importState: 'READY',
    guessCount: 12,
    counts: [
      { __typename: 'ImportCount', kind: 'NEW', count: 38 },
      { __typename: 'ImportCount', kind: 'REFUSED', count: 3 },
    ],
  });
  await expect.element(page.getByText('38 nieuw, 0 gewijzigd, 3 geweigerd blijven achter')).toBeVisible();
  await expect.element(page.getByText('In 12 rijen is iets geschat: kijk ze na')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Neem over' })).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText('Kijk eerst de schattingen na.')).toBeVisible();
});

test('a refused cell is reached by n, opened, and left as it was by Esc', async () => {
  show({ importState: 'READY', counts: [{ __typename: 'ImportCount', kind: 'REFUSED', count: 1 }] });
  await expect.element(page.getByText('31-02-2026 bestaat niet als datum.')).toBeVisible();
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('button', { name: 'Pas Uiterlijk aan' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: /^Uiterlijk, rij 7/u })).toHaveValue('31-02-2026');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Pas Uiterlijk aan' })).toHaveFocus();
});

test('an import that failed says why', async () => {
  show({ importState: 'FAILED', failure: 'Er staat geen enkele rij in het bestand.' });
  await expect.element(page.getByText('Er staat geen enkele rij in het bestand.')).toBeVisible();
});
