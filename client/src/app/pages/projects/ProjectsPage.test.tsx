import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectPageQuery, ProjectsPageQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const region = { __typename: 'Region' as const, id: 'w', name: 'West-Overijssel' };
const municipality = { __typename: 'Municipality' as const, id: 'm', name: 'Deventer', region };
const quay = {
  __typename: 'Project' as const,
  id: 'p2',
  name: 'Leikade',
  planNumber: 'DEMO-0150-002',
  projectType: 'INNER_CITY_TRANSFORMATION' as const,
  phase: 'DEVELOPMENT' as const,
  homes: 700,
  homesNote: null,
  keyProject: 'DEMO' as const,
  kind: 'DEMO_FICTIONAL' as const,
  source: 'Verzonnen voor de demo',
  openBottleneckCount: 2,
  homesWaiting: 650,
  municipality,
};
const real = {
  ...quay,
  id: 'r1',
  name: 'Spoorzone Zwolle',
  planNumber: null,
  phase: 'UNKNOWN' as const,
  homes: 2900,
  keyProject: 'PROBABLY' as const,
  kind: 'REAL_PUBLIC' as const,
  source: 'spoorzonezwolle.nl',
  openBottleneckCount: 0,
  homesWaiting: 0,
};

const listOf = (projects: (typeof quay | typeof real)[]): object =>
  answer<ProjectsPageQuery>({
    __typename: 'Query',
    projects: {
      __typename: 'ProjectConnection',
      totalCount: projects.length,
      edges: projects.map((node) => ({ __typename: 'ProjectEdge', cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
    regions: [
      {
        __typename: 'Region',
        id: 'w',
        code: 'WEST_OVERIJSSEL',
        name: 'West-Overijssel',
        municipalities: [{ __typename: 'Municipality', id: 'm', code: 'GM0150', name: 'Deventer' }],
      },
      {
        __typename: 'Region',
        id: 't',
        code: 'TWENTE',
        name: 'Twente',
        municipalities: [{ __typename: 'Municipality', id: 'a', code: 'GM0141', name: 'Almelo' }],
      },
    ],
  });

const noCases = {
  __typename: 'BottleneckConnection' as const,
  totalCount: 0,
  edges: [],
  pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
};
const blocking = {
  __typename: 'Bottleneck' as const,
  id: 'b2',
  number: 'KP-2026-002',
  title: 'Geen zicht op stroomaansluiting',
  state: 'ESCALATED' as const,
  confidentiality: 'REGIONAL' as const,
  homesBlocked: 650,
  dueOn: '2027-01-31',
  resolvedOn: null,
  nextStep: '',
  solvableAt: 'NATIONAL' as const,
  heldBy: {
    __typename: 'AccelerationTable' as const,
    id: 'prov',
    shortName: 'Provinciaal',
    level: 'PROVINCIAL' as const,
  },
  municipality: { __typename: 'Municipality' as const, id: 'm', name: 'Deventer' },
  themes: [],
  projects: [],
  owner: { __typename: 'Person' as const, id: 'o', name: 'Projectleider Deventer' },
  lead: null,
};

const projectOf = (project: typeof quay | typeof real | null): object =>
  answer<ProjectPageQuery>({
    __typename: 'Query',
    node: project && {
      ...project,
      open: project.openBottleneckCount
        ? { ...noCases, totalCount: 1, edges: [{ __typename: 'BottleneckEdge', cursor: 'b2', node: blocking }] }
        : noCases,
      closed: noCases,
    },
  });

const show = (path: string, answers: Answers = {}, atTable = true): ShownApp =>
  renderApp(path, {
    Viewer: viewerAnswer({ atTable }),
    ShellCounts: countsAnswer(2),
    ProjectsPage: listOf([quay, real]),
    ...answers,
  });

const lastAsked = ({ asked }: ShownApp): Record<string, unknown> | undefined =>
  asked.findLast(({ name }) => name === 'ProjectsPage')?.variables;

test('the register tells planned and waiting homes apart, and passes axe', async () => {
  show('/projecten');
  const row = page.getByRole('row', { name: /Leikade/ });
  await expect.element(row.getByText('700')).toBeVisible();
  await expect.element(row.getByText('650')).toBeVisible();
  await expect.element(row.getByText('2 knelpunten')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Spoorzone/ }).getByText('registerdata')).toBeVisible();
  await expectAccessiblePage();
});

test('every filter and the order live in the address', async () => {
  const shown = show('/projecten?regio=twente&sleutel=true&volgorde=naam&gemeente=GM0141');
  await expect
    .element(page.getByRole('button', { name: 'Sleutelproject', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  expect(lastAsked(shown)).toMatchObject({
    filter: { regionCode: 'TWENTE', keyProject: true, municipalityCode: 'GM0141' },
    orderBy: 'NAME',
  });
  await page.getByRole('button', { name: 'Wordt tegengehouden' }).click();
  await expect.poll(() => shown.router.state.location.searchStr).toContain('tegengehouden=true');
  // A municipality of the other region would leave nothing.
  await page.getByRole('button', { name: 'Regio: Twente' }).click();
  await page.getByRole('option', { name: 'West-Overijssel' }).click();
  await expect
    .poll(() => lastAsked(shown)?.['filter'])
    .toEqual({
      regionCode: 'WEST_OVERIJSSEL',
      keyProject: true,
      blocked: true,
    });
  await page
    .getByRole('columnheader', { name: /Daarvan wachten/ })
    .getByRole('button')
    .click();
  await expect.poll(() => lastAsked(shown)?.['orderBy']).toBe('HOMES_WAITING_DESC');
});

test('nothing found says why and shows all again with one press', async () => {
  const shown = show('/projecten?tekst=xyz', {
    ProjectsPage: ({ filter }) => listOf((filter as { text?: string }).text ? [] : [quay]),
  });
  await expect.element(page.getByText(/Geen project past bij “xyz”/)).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('link', { name: 'Toon alle projecten' }).click();
  await expect.element(page.getByText('Leikade')).toBeVisible();
  expect(shown.router.state.location.search).toEqual({});
});

test('a project tells what waits and how that is counted, and starts a case from there', async () => {
  const { router } = show('/projecten/p2', {
    ProjectPage: projectOf(quay),
    NewBottleneckPage: { __typename: 'Query', themes: [], node: null },
  });
  await expect.element(page.getByText('650 van 700 woningen wachten')).toBeVisible();
  await page.getByRole('button', { name: 'Telt wat je mag zien' }).click();
  await expect.element(page.getByText(/2 open knelpunten bij dit project die jij mag zien/)).toBeVisible();
  await expect.element(page.getByRole('table', { name: /Open knelpunten/ }).getByText('KP-2026-002')).toBeVisible();
  await expect.element(page.getByText('bron: Verzonnen voor de demo')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('link', { name: 'Nieuw knelpunt voor dit project' }).click();
  await expect.poll(() => router.state.location.href).toContain('/knelpunten/nieuw?project=p2');
});

test('a real project is register data, on which no case of the demo hangs', async () => {
  show('/projecten/r1', { ProjectPage: projectOf(real) });
  await expect.element(page.getByText('Alleen registerdata')).toBeVisible();
  await expect.element(page.getByText('waarschijnlijk sleutelproject')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Nieuw knelpunt/ })).not.toBeInTheDocument();
  await expectAccessiblePage();
});

test('a project’s figures follow what happens to its cases', async () => {
  let project = quay;
  const { open, sinks } = show('/projecten/p2', { ProjectPage: () => projectOf(project) });
  await expect.element(page.getByText('650 van 700 woningen wachten')).toBeVisible();
  open();
  project = { ...quay, homesWaiting: 300, openBottleneckCount: 1 };
  sinks.get('table')?.frame({
    kind: 'event',
    cursor: 'c',
    event: {
      id: 'e',
      type: 'BOTTLENECK_RESOLVED',
      occurredAt: new Date().toISOString(),
      actor: { id: 's', name: 'Secretaris' },
      subjects: [
        { __typename: 'Bottleneck', id: 'b2' },
        { __typename: 'Project', id: 'p2' },
      ],
    },
  });
  await expect.element(page.getByText('300 van 700 woningen wachten')).toBeVisible();
});

test('keys walk the register; a project that is not there says so', async () => {
  const { router } = show('/projecten', { ProjectPage: projectOf(null) });
  await expect.element(page.getByText('Leikade')).toBeVisible();
  await userEvent.keyboard('j{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/projecten/p2');
  await expect.element(page.getByRole('heading', { name: 'Dit is er niet voor jou' })).toBeVisible();
});
