import type {
  BottleneckRowsQuery,
  BottlenecksPageQuery,
  BottleneckViewsQuery,
  ListMoreFacetsQuery,
  ListTabsQuery,
} from '../../generated/graphql.ts';
import { today } from '../../lib/dates.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from './render-app.tsx';

/** So many days from today. */
const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A case of the list. */
export const caseOf = (n: number, more: object = {}) => ({
  __typename: 'Bottleneck' as const,
  id: `b${n}`,
  number: `KP-2026-${String(n).padStart(3, '0')}`,
  title: `Bodem ${n} vertraagt het plan`,
  state: 'SUBMITTED' as const,
  confidentiality: 'REGIONAL' as const,
  homesBlocked: 85,
  dueOn: dayIn(17),
  resolvedOn: null,
  nextStep: 'Voorstel gesloten grondbalans',
  solvableAt: 'REGIONAL' as const,
  heldBy: {
    __typename: 'AccelerationTable' as const,
    id: 'west',
    shortName: 'West-Overijssel',
    level: 'REGIONAL' as const,
  },
  municipality: { __typename: 'Municipality' as const, id: 'm', name: 'Zwartewaterland' },
  themes: [{ __typename: 'Theme' as const, id: 't', name: 'Water en bodem' }],
  projects: [
    {
      __typename: 'ProjectImpact' as const,
      project: { __typename: 'Project' as const, id: 'p', name: 'Buitenkwartier' },
    },
  ],
  owner: { __typename: 'Person' as const, id: 'me', name: 'Projectleider Zwartewaterland' },
  lead: null,
  version: 3,
  ...more,
});

/** A page of the list, with the counts of its filters. */
export const listOf = (cases: ReturnType<typeof caseOf>[], more: { totalCount?: number } = {}): object =>
  answer<BottlenecksPageQuery>({
    __typename: 'Query',
    bottlenecks: {
      __typename: 'BottleneckConnection',
      totalCount: more.totalCount ?? cases.length,
      totalCountIsExact: true,
      homesWaiting: cases.length * 85,
      edges: cases.map((node) => ({ __typename: 'BottleneckEdge', cursor: node.id, node })),
    },
    bottleneckFacets: {
      __typename: 'BottleneckFacets',
      states: [{ __typename: 'FacetCount', value: 'SUBMITTED', count: cases.length }],
      themes: [
        { __typename: 'FacetCount', value: 'STIKSTOF', label: 'Stikstof', count: 4 },
        { __typename: 'FacetCount', value: 'WATER', label: 'Water en bodem', count: 2 },
      ],
      municipalities: [{ __typename: 'FacetCount', value: 'GM1896', label: 'Zwartewaterland', count: 2 }],
    },
  });

const moreFacets = answer<ListMoreFacetsQuery>({
  __typename: 'Query',
  bottleneckFacets: {
    __typename: 'BottleneckFacets',
    owners: [{ __typename: 'FacetCount', value: 'me', label: 'Projectleider Zwartewaterland', count: 2 }],
    levels: [{ __typename: 'FacetCount', value: 'REGIONAL', count: 2 }],
    confidentiality: [{ __typename: 'FacetCount', value: 'REGIONAL', count: 2 }],
  },
  watched: { __typename: 'BottleneckConnection', totalCount: 1 },
});

/** A saved view, of the viewer or of the table. */
export const viewOf = (id: string, name: string, search: string, more: object = {}) => ({
  __typename: 'BottleneckView' as const,
  id,
  name,
  search,
  count: 4,
  version: 1,
  table: null,
  owner: { __typename: 'Person' as const, id: 'me', name: 'Projectleider Zwartewaterland' },
  viewerCan: ['EDIT', 'REMOVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: true,
    reason: null,
  })),
  ...more,
});
export const viewsOf = (views: ReturnType<typeof viewOf>[]): object =>
  answer<BottleneckViewsQuery>({ __typename: 'Query', bottleneckViews: views });

/** A page of rows further down, as the list asks for it while one scrolls. */
export const rowsOf = (cases: ReturnType<typeof caseOf>[]): object =>
  answer<BottleneckRowsQuery>({
    __typename: 'Query',
    bottlenecks: {
      __typename: 'BottleneckConnection',
      edges: cases.map((node) => ({ __typename: 'BottleneckEdge', cursor: node.id, node })),
    },
  });

const count = (totalCount: number) => ({ __typename: 'BottleneckConnection' as const, totalCount });
const tabs = answer<ListTabsQuery>({
  __typename: 'Query',
  open: count(2),
  late: count(1),
  national: count(0),
  triage: count(1),
  mine: count(1),
  resolved: count(9),
});

/** Shows the app at an address of the list. */
export const showList = (path: string, answers: Answers = {}, atTable = true): ShownApp =>
  renderApp(path, {
    Viewer: viewerAnswer({ atTable }),
    ShellCounts: countsAnswer(2),
    ListTabs: tabs,
    ListMoreFacets: moreFacets,
    BottleneckViews: viewsOf([]),
    BottlenecksPage: listOf([caseOf(1), caseOf(2)]),
    ...answers,
  });
