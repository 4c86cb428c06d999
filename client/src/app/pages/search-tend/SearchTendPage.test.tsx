import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SearchTendPageQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type ShownApp } from '../../testing/render-app.tsx';

type Gap = SearchTendPageQuery['searchGaps']['edges'][number]['node'];

const gap = (question: string, more: Partial<Gap> = {}): Gap => ({
  __typename: 'SearchGap',
  id: `SearchGap_${question}`,
  question,
  gapKind: 'NO_HIT',
  gapState: 'OPEN',
  times: 3,
  lastOn: '2026-11-20',
  ...more,
});
const group: SearchTendPageQuery['synonymGroups'][number] = {
  __typename: 'SynonymGroup',
  id: 'SynonymGroup_1',
  version: 2,
  terms: ['netcongestie', 'stroomfile'],
  oneWay: ['stekkerfile'],
  validFrom: null,
  validUntil: '2027-01-01',
  remark: 'Zo heet het in Ommen.',
  theme: { __typename: 'Theme', id: 't', code: 'NETCONGESTIE', name: 'Netcongestie' },
  updatedBy: { __typename: 'Person', id: 'p', name: 'Roos' },
};

function pageAnswer(
  gaps: readonly Gap[],
  groups: readonly (typeof group)[] = [],
  index: Partial<NonNullable<SearchTendPageQuery['searchIndex']>> = {},
): object {
  return answer<SearchTendPageQuery>({
    __typename: 'Query',
    searchGaps: {
      __typename: 'SearchGapConnection',
      edges: gaps.map((node) => ({ __typename: 'SearchGapEdge', cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false },
    },
    synonymGroups: [...groups],
    searchIndex: {
      __typename: 'SearchIndexState',
      done: 80,
      total: 80,
      startedAt: '2026-11-20T10:00:00Z',
      finishedAt: '2026-11-20T10:01:00Z',
      ...index,
    },
    themes: [{ __typename: 'Theme', id: 't', code: 'NETCONGESTIE', name: 'Netcongestie' }],
  });
}

const show = (answers: Parameters<typeof renderApp>[1], allowed = true): ShownApp =>
  renderApp('/zoeken/beheer', {
    Viewer: viewerAnswer(allowed ? { abilities: ['TEND_SEARCH'] } : {}),
    ShellCounts: countsAnswer(4),
    ...answers,
  });

test('a question that led nowhere becomes a synonym with two fields, and is off the list', async () => {
  const { asked } = show({
    SearchTendPage: pageAnswer([gap('stekkerfile'), gap('knarrenhof', { gapKind: 'NO_CLICK', times: 1 })]),
    AddSynonyms: { addSynonyms: { __typename: 'SynonymsPayload', synonymGroup: group, problems: [] } },
    SettleSearchGap: {
      settleSearchGap: {
        __typename: 'SearchGapPayload',
        searchGap: { __typename: 'SearchGap', id: 'SearchGap_stekkerfile', gapState: 'SYNONYM' },
        problems: [],
      },
    },
  });
  await expect.element(page.getByText('niets geopend')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Maak een synoniem stekkerfile' }).click();
  await expect.element(page.getByRole('textbox', { name: /Woorden die hen vinden/ })).toHaveValue('stekkerfile');
  await page.getByRole('textbox', { name: 'Woorden die elkaar vinden' }).fill('netcongestie\n\n vol stroomnet ');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect
    .poll(() => asked.find(({ name }) => name === 'AddSynonyms')?.variables['input'])
    .toMatchObject({ terms: ['netcongestie', 'vol stroomnet'], oneWay: ['stekkerfile'], themeCode: null });
  await expect
    .poll(() => asked.find(({ name }) => name === 'SettleSearchGap')?.variables['input'])
    .toEqual({ searchGapId: 'SearchGap_stekkerfile', state: 'SYNONYM' });
});

test('what the server refuses stands at its field, and what was typed stays', async () => {
  show({
    SearchTendPage: pageAnswer([], [group]),
    EditSynonyms: {
      editSynonyms: {
        __typename: 'SynonymsPayload',
        synonymGroup: null,
        problems: [
          {
            __typename: 'FieldProblem',
            code: 'SYNONYM_TWICE',
            message: '“net” staat er twee keer.',
            path: ['input', 'terms', '1'],
          },
        ],
      },
    },
  });
  await expect.element(page.getByRole('heading', { name: 'netcongestie, stroomfile' })).toBeVisible();
  await page.getByRole('button', { name: /^Wijzig/ }).click();
  const terms = page.getByRole('textbox', { name: 'Woorden die elkaar vinden' });
  await expect.element(terms).toHaveValue('netcongestie\nstroomfile');
  await terms.fill('net\nnet');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('“net” staat er twee keer.')).toBeVisible();
  await expect.element(terms).toHaveValue('net\nnet');
});

test('a note is asked for, and that can be undone', async () => {
  const { asked } = show({
    SearchTendPage: pageAnswer([gap('knarrenhof')]),
    SettleSearchGap: ({ input }) => ({
      settleSearchGap: {
        __typename: 'SearchGapPayload',
        searchGap: {
          __typename: 'SearchGap',
          id: 'SearchGap_knarrenhof',
          gapState: (input as { state: string }).state,
        },
        problems: [],
      },
    }),
  });
  const states = () =>
    asked.flatMap(({ name, variables }) =>
      name === 'SettleSearchGap' ? [(variables['input'] as { state: string }).state] : [],
    );
  await page.getByRole('button', { name: 'Vraag om een notitie knarrenhof' }).click();
  await expect.poll(states).toEqual(['NOTE_ASKED']);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(states).toEqual(['NOTE_ASKED', 'OPEN']);
});

test('nothing to do says so, and an index that is being written shows how far it is', async () => {
  show({ SearchTendPage: pageAnswer([], [], { done: 20, total: 80, finishedAt: null }) });
  await expect.element(page.getByText('Niets te doen')).toBeVisible();
  await expect.element(page.getByText('Nog geen eigen synoniemen')).toBeVisible();
  await expect.element(page.getByText(/20 van 80/)).toBeVisible();
  await expect.element(page.getByRole('progressbar', { name: 'De index' })).toHaveAttribute('value', '20');
  await expectAccessiblePage();
});

test('who does not look after search finds no such page', async () => {
  const { asked } = show({}, false);
  await expect.element(page.getByRole('link', { name: 'Naar zoeken' })).toBeVisible();
  expect(asked.map(({ name }) => name)).not.toContain('SearchTendPage');
});
