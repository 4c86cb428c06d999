import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  LogBottleneckMutation,
  NewBottleneckPageQuery,
  ProjectPickerQuery,
  SuggestionsQuery,
} from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const quarter = {
  __typename: 'Project' as const,
  id: 'p1',
  name: 'Buitenkwartier',
  planNumber: 'DEMO-1896-013',
  municipality: { __typename: 'Municipality' as const, id: 'm', name: 'Zwartewaterland' },
};
const theme = (code: string, name: string, confidential = false) => ({
  __typename: 'Theme' as const,
  id: code,
  code,
  name,
  defaultConfidentiality: confidential ? ('CONFIDENTIAL' as const) : ('REGIONAL' as const),
});

const formOf = (project: typeof quarter | null = null): object =>
  answer<NewBottleneckPageQuery>({
    __typename: 'Query',
    themes: [theme('SOORTEN', 'Soorten'), theme('GROND', 'Grond', true)],
    ...(project && { node: project }),
  });

const similar = answer<SuggestionsQuery>({
  __typename: 'Query',
  similar: {
    __typename: 'Similar',
    themeCode: 'SOORTEN',
    bottlenecks: [
      {
        __typename: 'SimilarBottleneck',
        title: [
          { __typename: 'TextSegment', text: 'Vleermuis', hit: true },
          { __typename: 'TextSegment', text: 'onderzoek kost een <b>heel</b> seizoen', hit: false },
        ],
        bottleneck: {
          __typename: 'Bottleneck',
          id: 'b5',
          number: 'KP-2026-005',
          title: 'Vleermuisonderzoek kost een heel seizoen',
          state: 'RESOLVED',
          resolution: 'Sloot aan op het soortenmanagementplan.',
          homesBlocked: 140,
          municipality: { __typename: 'Municipality', id: 'm2', name: 'Almelo' },
        },
      },
    ],
    notes: [
      {
        __typename: 'SimilarNote',
        title: [{ __typename: 'TextSegment', text: 'Soortenmanagementplan', hit: false }],
        snippet: [{ __typename: 'TextSegment', text: 'Eén keer onderzoeken.', hit: false }],
        note: {
          __typename: 'KnowledgeNote',
          id: 'n1',
          slug: 'smp',
          title: 'Soortenmanagementplan',
          validity: 'USABLE',
          reviewBy: '2027-09-01',
        },
      },
    ],
  },
});

const logged = answer<LogBottleneckMutation>({
  __typename: 'Mutation',
  logBottleneck: {
    __typename: 'BottleneckPayload',
    bottleneck: { __typename: 'Bottleneck', id: 'b32', number: 'KP-2026-032', state: 'SUBMITTED' },
    problems: [],
  },
});

const show = (path: string, answers: Answers = {}, atTable = true): ShownApp =>
  renderApp(path, {
    Viewer: viewerAnswer({ atTable }),
    ShellCounts: countsAnswer(2),
    NewBottleneckPage: formOf(),
    Suggestions: similar,
    ProjectPicker: answer<ProjectPickerQuery>({
      __typename: 'Query',
      projects: {
        __typename: 'ProjectConnection',
        edges: [{ __typename: 'ProjectEdge', cursor: 'p1', node: quarter }],
      },
    }),
    LogBottleneck: logged,
    BottleneckPage: { __typename: 'Query', bottleneck: null },
    ...answers,
  });

const sentence = 'Vleermuizen in de oude schuren, sloop schuift een heel seizoen op';
const title = page.getByRole('textbox', { name: 'Wat houdt het plan tegen?' });
const project = page.getByRole('combobox', { name: 'Project' });
const themeField = page.getByRole('combobox', { name: 'Thema' });

async function chooseProject(): Promise<void> {
  await project.fill('Buiten');
  await page.getByRole('option', { name: /Buitenkwartier/ }).click();
  // The theme is proposed from the sentence, in its own time.
  await expect.element(themeField).not.toHaveValue('');
}

const sent = ({ asked }: ShownApp): Record<string, unknown> | undefined =>
  asked.findLast(({ name }) => name === 'LogBottleneck')?.variables;

test('three fields are enough: the theme is proposed, and the case opens', async () => {
  const shown = show('/knelpunten/nieuw');
  await title.fill(sentence);
  await expect.element(themeField).toHaveValue('SOORTEN');
  await expect.element(page.getByText('Voorgesteld op grond van je zin.')).toBeVisible();
  await chooseProject();
  await expectAccessiblePage();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => shown.router.state.location.pathname).toBe('/knelpunten/KP-2026-032');
  expect(sent(shown)?.['input']).toEqual({
    title: sentence,
    draft: false,
    projects: [{ projectId: 'p1' }],
    themeCodes: ['SOORTEN'],
  });
  expect(sent(shown)?.['idempotencyKey']).toMatch(/^[0-9a-f]{32}$/);
  await expect.element(page.getByText('KP-2026-032 ingediend')).toBeVisible();
});

test('a theme that somebody chose is not replaced by a proposed one, and says who will see the case', async () => {
  show('/knelpunten/nieuw');
  await expect.element(themeField).toBeVisible();
  await userEvent.selectOptions(themeField, 'GROND');
  await expect.element(page.getByText(/^Alleen de mensen van de zaak/).first()).toBeVisible();
  await title.fill(sentence);
  await expect.element(page.getByText('KP-2026-005')).toBeVisible();
  await expect.element(themeField).toHaveValue('GROND');
});

test('what others found out stands beside the form, as text, and a note links with one press', async () => {
  const shown = show('/knelpunten/nieuw');
  await title.fill(sentence);
  const found = page.getByRole('region', { name: /Al eens opgelost/ });
  await expect.element(found.getByText('onderzoek kost een <b>heel</b> seizoen')).toBeVisible();
  await found.getByRole('button', { name: 'Koppel aan dit knelpunt' }).click();
  await expect.element(page.getByText('Gekoppeld: Soortenmanagementplan')).toBeVisible();
  await chooseProject();
  await page.getByRole('button', { name: /Dien in bij de tafel/ }).click();
  await expect.poll(() => sent(shown)?.['input']).toMatchObject({ noteIds: ['n1'] });
});

test('what is missing is listed with links, takes the focus, and stands at each field', async () => {
  const shown = show('/knelpunten/nieuw');
  await page.getByRole('button', { name: /Dien in bij de tafel/ }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Nog niet ingediend' });
  await expect.element(summary).toHaveFocus();
  await expectAccessiblePage();
  await expect.element(title).toHaveAttribute('aria-invalid', 'true');
  await summary.getByRole('link', { name: 'Kies een thema.' }).click();
  await expect.element(themeField).toHaveFocus();
  expect(sent(shown)).toBeUndefined();
});

test('what the server refuses stands at its field, and nothing typed is lost', async () => {
  show('/knelpunten/nieuw', {
    LogBottleneck: answer<LogBottleneckMutation>({
      __typename: 'Mutation',
      logBottleneck: {
        __typename: 'BottleneckPayload',
        bottleneck: null,
        problems: [
          {
            __typename: 'FieldProblem',
            code: 'DATE_IN_PAST',
            message: 'Kies een dag vanaf vandaag.',
            path: ['input', 'decisionBy'],
          },
        ],
      },
    }),
  });
  await title.fill(sentence);
  await chooseProject();
  await page.getByRole('button', { name: /Dien in bij de tafel/ }).click();
  await expect.element(page.getByRole('link', { name: 'Kies een dag vanaf vandaag.' })).toBeVisible();
  await expect
    .element(page.getByRole('group', { name: /Besluit nodig vóór/ }))
    .toHaveAccessibleDescription(/vanaf vandaag/);
  await page.getByRole('link', { name: 'Kies een dag vanaf vandaag.' }).click();
  await expect.element(page.getByRole('spinbutton', { name: /dag, Besluit nodig/ })).toHaveFocus();
  await expect.element(title).toHaveValue(sentence);
});

test('what was typed is there again after a reload, and can be thrown away', async () => {
  show('/knelpunten/nieuw');
  await title.fill(sentence);
  await expect.element(page.getByText(/Bewaard op dit apparaat/)).toBeVisible();
  show('/knelpunten/nieuw');
  await expect.element(title).toHaveValue(sentence);
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect.element(title).toHaveValue('');
  expect(Object.keys(localStorage).filter((key) => key.startsWith('draft:'))).toEqual([]);
});

test('without an answer the text stays and the same intent keeps its key', async () => {
  let reachable = false;
  const shown = show('/knelpunten/nieuw', {
    LogBottleneck: () => {
      if (reachable) return logged;
      throw new TypeError('Failed to fetch');
    },
  });
  await title.fill(sentence);
  await chooseProject();
  await page.getByRole('button', { name: /Dien in bij de tafel/ }).click();
  await expect.element(page.getByText(/Dat lukte niet/)).toBeVisible();
  await expect.element(title).toHaveValue(sentence);
  const key = sent(shown)?.['idempotencyKey'];
  reachable = true;
  await page.getByRole('button', { name: /Dien in bij de tafel/ }).click();
  await expect.poll(() => shown.router.state.location.pathname).toBe('/knelpunten/KP-2026-032');
  expect(sent(shown)?.['idempotencyKey']).toBe(key);
});

test('from a project, the project is chosen; that alone is nothing to keep', async () => {
  const { asked } = show('/knelpunten/nieuw?project=p1', { NewBottleneckPage: formOf(quarter) });
  await expect.element(project).toHaveValue('Buitenkwartier, Zwartewaterland');
  expect(asked.find(({ name }) => name === 'NewBottleneckPage')?.variables).toEqual({
    projectId: 'p1',
    forProject: true,
  });
  await expect.element(page.getByRole('button', { name: 'Begin opnieuw' })).not.toBeInTheDocument();
});

test('a reader reads why it is not theirs, and where to go on', async () => {
  show('/knelpunten/nieuw', {}, false);
  await expect.element(page.getByText(/Daarvoor heb je een rol/)).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Zoek in kennis' })).toBeVisible();
  await expectAccessiblePage();
});
