import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SearchPageQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type ShownApp } from '../../testing/render-app.tsx';

const segment = (text: string, hit = false) => ({ __typename: 'TextSegment' as const, text, hit });
const note = {
  __typename: 'SearchHit' as const,
  reason: 'zelfde woord: wijzigen',
  title: [segment('BOPA of '), segment('wijziging', true)],
  snippet: [segment('Kies een '), segment('wijziging', true), segment(' <b>als je wilt faseren</b>.')],
  target: {
    __typename: 'KnowledgeNote' as const,
    id: 'n4',
    slug: 'bopa-of-wijziging',
    plainTitle: 'BOPA of wijziging',
    validity: 'USABLE' as const,
    reviewBy: '2027-06-01',
    reuse: { __typename: 'ReuseFigures' as const, worked: 2, partly: 0, failed: 0, notYet: 0 },
  },
};
const bottleneck = {
  __typename: 'SearchHit' as const,
  reason: 'synoniem: omgevingsplan',
  title: [segment('Discussie of een BOPA past')],
  snippet: [segment('De eerste 22 woningen.')],
  target: {
    __typename: 'Bottleneck' as const,
    id: 'b10',
    number: 'KP-2026-010',
    state: 'RESOLVED' as const,
    resolvedOn: '2026-06-12',
    homesBlocked: 64,
    municipality: { __typename: 'Municipality' as const, id: 'd', name: 'Dalfsen' },
    projects: [
      {
        __typename: 'ProjectImpact' as const,
        project: { __typename: 'Project' as const, id: 'p', name: 'Populierhof' },
      },
    ],
  },
};

function found(hits: readonly (typeof note | typeof bottleneck)[], more: object = {}): object {
  return answer<SearchPageQuery>({
    __typename: 'Query',
    search: {
      __typename: 'SearchConnection',
      totalCount: hits.length,
      suggestion: null,
      interpretations: [],
      kindCounts: [
        {
          __typename: 'FacetCount',
          value: 'BOTTLENECK',
          label: 'Knelpunten',
          count: hits.filter(({ target }) => target.__typename === 'Bottleneck').length,
        },
        {
          __typename: 'FacetCount',
          value: 'NOTE',
          label: 'Notities',
          count: hits.filter(({ target }) => target.__typename === 'KnowledgeNote').length,
        },
      ],
      facets: [],
      edges: hits.map((node) => ({ __typename: 'SearchEdge', cursor: node.target.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      ...more,
    },
  });
}

const show = (path: string, answers: Parameters<typeof renderApp>[1] = {}): ShownApp =>
  renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    SavedSearches: { __typename: 'Query', savedSearches: [] },
    ...answers,
  });
const field = () => page.getByRole('searchbox', { name: 'Zoek in alles wat je mag zien' });

test('answers while one types, keeps the letters, and the address follows', async () => {
  const { router, asked } = show('/zoeken', { SearchPage: found([note, bottleneck]) });
  await expect.element(page.getByRole('heading', { name: 'Waar kun je op zoeken?' })).toBeVisible();
  await field().click();
  await userEvent.keyboard('bestemmingsplan wijzigen');
  await expect.element(page.getByText('2 resultaten')).toBeVisible();
  await expect.element(field()).toHaveValue('bestemmingsplan wijzigen');
  await expect.poll(() => router.state.location.search).toMatchObject({ q: 'bestemmingsplan wijzigen' });
  expect(asked.filter(({ name }) => name === 'SearchPage').length).toBeLessThan(8);
});

test('a find says what it is, whether it holds and why it is here, and nothing in it is markup', async () => {
  show('/zoeken?q=bestemmingsplan', {
    SearchPage: found([note, bottleneck], {
      interpretations: [
        { __typename: 'Interpretation', from: 'bestemmingsplan', to: 'omgevingsplan (sinds 2024)', kind: 'OLD_LAW' },
        { __typename: 'Interpretation', from: 'opgelost', to: 'opgelost', kind: 'STATE' },
        { __typename: 'Interpretation', from: 'openstaande', to: 'openstaand', kind: 'STATE' },
      ],
    }),
  });
  await expect.element(page.getByText(/Bestemmingsplan heet sinds 2024 omgevingsplan/)).toBeVisible();
  await expect.element(page.getByText(/opgelost/)).not.toBeInTheDocument();
  await expect.element(page.getByText(/openstaand/)).not.toBeInTheDocument();
  await expect.element(page.getByText('bruikbaar')).toBeVisible();
  await expect.element(page.getByText('zelfde woord: wijzigen')).toBeVisible();
  await expect.element(page.getByText(/<b>als je wilt faseren<\/b>/)).toBeVisible();
  expect([...document.querySelectorAll('.hits mark')].map((mark) => mark.textContent)).toEqual([
    'wijziging',
    'wijziging',
  ]);
  await expect
    .element(page.getByRole('link', { name: 'Notities 1' }))
    .toHaveAttribute('href', '/zoeken?q=bestemmingsplan&soort=notities');
  await expect.element(page.getByRole('button', { name: /^Pas toe/ })).toBeVisible();
  await expectAccessiblePage();
});

test('a filter that is not known is told, with those that are', async () => {
  show('/zoeken?q=kleur:rood', {
    SearchPage: found([note], {
      interpretations: [
        { __typename: 'Interpretation', from: 'kleur:rood', to: '', kind: 'UNKNOWN_FILTER' },
        { __typename: 'Interpretation', from: 'thema:stikstof', to: 'Stikstof', kind: 'THEME' },
      ],
    }),
  });
  await expect.element(page.getByText(/“kleur:rood” kennen we niet als filter.*thema:stikstof/)).toBeVisible();
  await expect.element(page.getByText(/“thema:stikstof” lazen we als Stikstof/)).toBeVisible();
});

test('the arrow keys walk the finds and Enter opens one', async () => {
  const { router } = show('/zoeken?q=bopa', {
    SearchPage: found([bottleneck, note]),
    NotePage: { __typename: 'Query', note: null },
  });
  await expect.element(page.getByText('2 resultaten')).toBeVisible();
  await field().click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}');
  await expect.element(page.getByRole('link', { name: 'BOPA of wijziging' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/kennis/bopa-of-wijziging');
});

test('nothing found offers the likely word, and else what one can do', async () => {
  const { router } = show('/zoeken?q=soortenmangementplan', {
    SearchPage: ({ query }) =>
      found([], { suggestion: query === 'soortenmangementplan' ? 'soortenmanagementplan' : null }),
  });
  await expect.element(page.getByText('Niets gevonden voor “soortenmangementplan”')).toBeVisible();
  await page.getByRole('link', { name: 'soortenmanagementplan' }).click();
  await expect.element(field()).toHaveValue('soortenmanagementplan');
  await expect.element(page.getByRole('link', { name: 'Meld het als knelpunt' })).toBeVisible();
  expect(router.state.location.search).toMatchObject({ q: 'soortenmanagementplan' });
  await expectAccessiblePage();
});

test('a search that fails keeps the question and tries again', async () => {
  let broken = true;
  show('/zoeken?q=bopa', {
    SearchPage: () => {
      if (broken) throw new Error('down');
      return found([note]);
    },
  });
  await expect.element(page.getByText('Zoeken lukt nu niet')).toBeVisible();
  await expect.element(field()).toHaveValue('bopa');
  broken = false;
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect.element(page.getByText('1 resultaat')).toBeVisible();
});

test('what led somewhere is there to ask again, for this person on this device, until it is wiped', async () => {
  localStorage.setItem('recent-searches:somebody-else', JSON.stringify(['geheim van een ander']));
  const { router } = show('/zoeken?q=bopa', {
    SearchPage: found([note]),
    NotePage: { __typename: 'Query', note: null },
  });
  await page.getByRole('link', { name: 'BOPA of wijziging' }).click();
  await expect.poll(() => router.state.location.pathname).toBe('/kennis/bopa-of-wijziging');
  await router.navigate({ to: '/zoeken', search: {} });
  await field().fill('stroom te');
  await expect.element(page.getByText('1 resultaat')).toBeVisible();
  await field().fill('stroom te laat');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.state.location.search).toMatchObject({ q: 'stroom te laat' });
  await router.navigate({ to: '/zoeken', search: {} });

  const recent = page.getByRole('list', { name: 'Laatst gezocht' });
  await expect.element(recent).toBeVisible();
  // Half a question, seen while typing, led nowhere.
  expect([...recent.element().querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'stroom te laat',
    'bopa',
  ]);
  await expectAccessiblePage();
  await recent.getByRole('link', { name: 'bopa' }).click();
  await expect.element(field()).toHaveValue('bopa');
  await router.navigate({ to: '/zoeken', search: {} });
  await page.getByRole('button', { name: 'Wis deze lijst' }).click();
  await expect.element(recent).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'thema:stikstof soort:notitie' })).toBeVisible();
  expect(localStorage.getItem('recent-searches:somebody-else')).toContain('geheim');
});

test('a facet is written into the question, as it could have been typed, and taken out again', async () => {
  const facets = (askedBy: string[]) => [
    {
      __typename: 'SearchFacet' as const,
      name: 'THEME' as const,
      values: [
        {
          __typename: 'SearchFacetValue' as const,
          label: 'Water en bodem',
          count: 3,
          filter: 'thema:"water en bodem"',
          askedBy,
        },
        { __typename: 'SearchFacetValue' as const, label: 'Grond', count: 1, filter: 'thema:grond', askedBy: [] },
      ],
    },
  ];
  const { router } = show('/zoeken?q=bopa', {
    SearchPage: ({ query }) =>
      found([note], {
        facets: facets(
          String(query).includes('thema:water')
            ? ['thema:water']
            : String(query).includes('water en bodem')
              ? ['thema:"water en bodem"']
              : [],
        ),
        interpretations: String(query).includes('thema')
          ? [{ __typename: 'Interpretation', from: 'thema:water', to: 'Water en bodem', kind: 'THEME' }]
          : [],
      }),
  });
  await page.getByRole('button', { name: 'Thema', exact: true }).click();
  await page.getByRole('option', { name: /Water en bodem/ }).click();
  await expect.poll(() => router.state.location.search).toMatchObject({ q: 'bopa thema:"water en bodem"' });
  await router.navigate({ to: '/zoeken', search: { q: 'bopa thema:water' } });
  // The button tells it: nobody has to read it twice.
  await expect.element(page.getByText(/lazen we als/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Verwijder filter Thema' }).click();
  await expect.poll(() => router.state.location.search).toMatchObject({ q: 'bopa' });
});

test('a question that stood and led nowhere is told, without anything else; one that was opened is not', async () => {
  const { router, asked } = show('/zoeken?q=stekkerfile', {
    SearchPage: ({ query }) => found(query === 'stekkerfile' ? [] : [note]),
    NotePage: { __typename: 'Query', note: null },
    RecordSearch: { recordSearch: { __typename: 'RecordSearchPayload', problems: [] } },
  });
  const told = () => asked.flatMap(({ name, variables }) => (name === 'RecordSearch' ? [variables] : []));
  await expect.element(page.getByText('Niets gevonden voor “stekkerfile”')).toBeVisible();
  const began = performance.now();
  await expect.poll(() => performance.now() - began, { timeout: 6_000 }).toBeGreaterThan(3_200);
  await router.navigate({ to: '/zoeken', search: { q: 'bopa' } });
  await expect.poll(told).toEqual([{ input: { query: 'stekkerfile' } }]);
  await expect.element(page.getByRole('link', { name: 'BOPA of wijziging' })).toBeVisible();
  const again = performance.now();
  await expect.poll(() => performance.now() - again, { timeout: 6_000 }).toBeGreaterThan(3_200);
  await page.getByRole('link', { name: 'BOPA of wijziging' }).click();
  await expect.poll(() => router.state.location.pathname).toBe('/kennis/bopa-of-wijziging');
  expect(told()).toHaveLength(1);
});

test('a question is kept to ask again, and no longer when one says so', async () => {
  let saved: { __typename: 'SavedSearch'; id: string; query: string }[] = [];
  const { router } = show('/zoeken?q=bopa', {
    SearchPage: found([note]),
    SavedSearches: () => ({ __typename: 'Query', savedSearches: saved }),
    SaveSearch: ({ input }) => {
      saved = [{ __typename: 'SavedSearch', id: 's1', query: (input as { query: string }).query }];
      return { saveSearch: { __typename: 'SavedSearchPayload', savedSearch: saved[0], problems: [] } };
    },
    ForgetSearch: () => {
      saved = [];
      return { forgetSearch: { __typename: 'SavedSearchPayload', problems: [] } };
    },
  });
  await page.getByRole('button', { name: 'Bewaar deze zoekvraag' }).click();
  await expect.element(page.getByRole('button', { name: 'Bewaar niet meer' })).toBeVisible();
  await router.navigate({ to: '/zoeken', search: {} });
  const kept = page.getByRole('list', { name: 'Bewaarde zoekvragen' });
  await expect.element(kept.getByRole('link', { name: 'bopa' })).toBeVisible();
  await expectAccessiblePage();
  await kept.getByRole('button', { name: 'Haal weg bopa' }).click();
  await expect.element(kept).not.toBeInTheDocument();
});
