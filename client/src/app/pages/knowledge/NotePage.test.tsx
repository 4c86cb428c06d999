import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  BottleneckPickerQuery,
  EditNoteMutation,
  EditNotePageQuery,
  NotePageQuery,
  NoteVersionsQuery,
  RestoreNoteVersionMutation,
} from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const theme = { __typename: 'Theme' as const, id: 't1', code: 'STIKSTOF', name: 'Stikstof' };
const noteReuse = { __typename: 'ReuseFigures' as const, worked: 0, partly: 0, failed: 0, notYet: 0 };
const editor = { __typename: 'Person' as const, id: 'editor', name: 'Kennisredacteur' };

const words = {
  __typename: 'KnowledgeNote' as const,
  id: 'n1',
  slug: 'intern-salderen',
  version: 4,
  title: 'Intern salderen: wat moet er in je planning',
  summary: 'Het wegstrepen van rechten mag niet meer in de voortoets.',
  body: '',
  applies: 'Transformatie van een bedrijfskavel.',
  appliesNot: 'Een project in delen knippen.',
  steps: '1. Reken het hele plan door.\n2. Vraag één vergunning.',
  caveat: 'Controleer het overgangsrecht bij BIJ12.',
  tags: ['stikstof'],
  validAsOf: dayIn(-160),
  reviewBy: dayIn(90),
  status: 'VALIDATED' as const,
  validity: 'USABLE' as const,
  confidentiality: 'PUBLIC' as const,
  updatedAt: '2026-06-13T09:00:00Z',
  themes: [theme],
  legalReferences: [
    {
      __typename: 'LegalReference' as const,
      text: 'ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923',
      url: 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2024:4923',
    },
    { __typename: 'LegalReference' as const, text: 'Ow art. 16.53c', url: null },
  ],
  validatedBy: { __typename: 'Person' as const, id: 'v', name: 'Adviseur omgevingsrecht' },
  viewerCan: ['EDIT', 'VALIDATE', 'ARCHIVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: verb === 'EDIT',
    reason: verb === 'EDIT' ? null : 'Dat kan een validator.',
  })),
};

const failed = {
  __typename: 'Application' as const,
  id: 'a1',
  result: 'FAILED' as const,
  conditions: 'Additionaliteit is niet aan te tonen.',
  appliedOn: '2026-02-13',
  bottleneck: {
    __typename: 'Bottleneck' as const,
    id: 'b8',
    number: 'KP-2026-008',
    title: 'Plan ligt op twee kilometer van laagveen',
    homesBlocked: 180,
    municipality: { __typename: 'Municipality' as const, id: 'm', name: 'Steenwijkerland' },
    projects: [
      { __typename: 'ProjectImpact' as const, project: { __typename: 'Project' as const, id: 'p', name: 'Woldpoort' } },
    ],
  },
};

const notePage = (more: object = {}): object =>
  answer<NotePageQuery>({
    __typename: 'Query',
    note: {
      ...words,
      reuse: { __typename: 'ReuseFigures', worked: 0, partly: 0, failed: 1, notYet: 0 },
      applications: [failed],
      openReviews: [],
      openBottlenecks: [],
      author: { ...editor, organisation: { __typename: 'Organisation', id: 'o1', name: 'Gemeente Raalte', noteReuse } },
      contact: null,
      themes: [{ ...theme, noteReuse }],
      releaseTo: null,
      supersededBy: null,
      supersedes: [],
      draftedFrom: null,
      timeline: {
        __typename: 'EventConnection',
        edges: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      ...more,
    },
  });

const mine = {
  __typename: 'Bottleneck' as const,
  id: 'b1',
  number: 'KP-2026-013',
  title: 'Diffuse bodemverontreiniging',
  viewerCan: [{ __typename: 'Ability' as const, verb: 'LINK_NOTE', allowed: true }],
};
/** A case of somebody else's: it is not offered. */
const theirs = {
  ...mine,
  id: 'b2',
  number: 'KP-2026-014',
  title: 'Bodem van een ander',
  viewerCan: [{ __typename: 'Ability' as const, verb: 'LINK_NOTE', allowed: false }],
};
const cases = answer<BottleneckPickerQuery>({
  __typename: 'Query',
  mine: { __typename: 'BottleneckConnection', edges: [{ __typename: 'BottleneckEdge', cursor: '1', node: mine }] },
  all: {
    __typename: 'BottleneckConnection',
    edges: [mine, theirs].map((node) => ({ __typename: 'BottleneckEdge', cursor: node.id, node })),
  },
});

function show(path: string, answers: Answers = {}): ShownApp {
  return renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    NotePage: notePage(),
    BottleneckPicker: cases,
    ...answers,
  });
}

test('says whether it holds before what it says, and where it failed', async () => {
  show('/kennis/intern-salderen');
  await expect.element(page.getByRole('heading', { level: 2, name: /^Bruikbaar tot/ })).toBeVisible();
  await expect.element(page.getByText('Let op één ding: Controleer het overgangsrecht bij BIJ12.')).toBeVisible();
  const line = page.getByRole('list', { name: 'Waar deze notitie op rust' });
  await expect.element(line.getByText('18 dec 2024')).toBeVisible();
  await expect.element(line.getByText('Herzien vóór deze dag')).toBeVisible();
  await expect.element(page.getByText('Vraag één vergunning.', { exact: true })).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /Mislukt/ }).getByText('Additionaliteit is niet aan te tonen.'))
    .toBeVisible();
  await expect
    .element(page.getByRole('link', { name: /^ABRvS/ }))
    .toHaveAttribute('href', words.legalReferences[0]!.url!);
  await expectAccessiblePage();
});

test.each([
  ['DRAFT', 'CHECK_FIRST', 'Controleer eerst', /Nog niemand heeft deze notitie gevalideerd/],
  ['VALIDATED', 'EXPIRED', /^Vervallen sinds/, /De herziening is voorbij/],
  ['ARCHIVED', 'EXPIRED', 'Vervallen', /gearchiveerd/],
] as const)('%s and %s is told in words', async (status, validity, title, why) => {
  show('/kennis/intern-salderen', {
    NotePage: notePage({ status, validity, reviewBy: validity === 'EXPIRED' ? dayIn(-3) : dayIn(200) }),
  });
  await expect.element(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await expect.element(page.getByText(why).first()).toBeVisible();
});

test('what one may not do says who may', async () => {
  show('/kennis/intern-salderen');
  await page.getByRole('button', { name: 'Meer acties' }).click();
  await expect
    .element(page.getByRole('menuitem', { name: /Valideer/ }).getByText('Dat kan een validator.'))
    .toBeVisible();
});

test('a note is applied to a case of mine, with what came of it', async () => {
  const { asked } = show('/kennis/intern-salderen', {
    ApplyNote: (variables) => {
      const { input } = variables as { input: { result: 'PARTLY'; conditions: string } };
      return {
        __typename: 'Mutation',
        applyNote: {
          __typename: 'ApplicationPayload',
          application: {
            __typename: 'Application',
            id: 'a2',
            ...input,
            appliedOn: today(),
            appliedBy: { __typename: 'Person', id: 'me', name: 'Ik' },
            note: {
              __typename: 'KnowledgeNote',
              id: 'n1',
              slug: words.slug,
              title: words.title,
              validity: 'USABLE',
              reviewBy: words.reviewBy,
              reuse: { __typename: 'ReuseFigures', worked: 0, partly: 1, failed: 1, notYet: 0 },
            },
            bottleneck: mine,
          },
          bottleneck: { __typename: 'Bottleneck', id: 'b1', applications: [{ __typename: 'Application', id: 'a2' }] },
          note: null,
          problems: [],
        },
      };
    },
  });
  await expect.element(page.getByRole('button', { name: 'Pas toe op mijn knelpunt' })).toBeVisible();
  await userEvent.keyboard('t');
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Kies eerst een knelpunt.')).toBeVisible();
  await dialog.getByRole('combobox').fill('bodem');
  await expect.element(page.getByRole('option', { name: /Diffuse/ })).toBeVisible();
  expect(page.getByRole('option', { name: /Bodem van een ander/ }).query()).toBeNull();
  await page.getByRole('option', { name: /Diffuse/ }).click();
  await dialog.getByRole('radio', { name: 'deels gelukt' }).click();
  await dialog.getByRole('textbox').fill('Alleen op eigen grond.');
  await dialog.getByRole('button', { name: 'Koppel' }).click();
  await expect.element(page.getByText('KP-2026-013: notitie gekoppeld')).toBeVisible();
  expect(asked.find(({ name }) => name === 'ApplyNote')?.variables['input']).toEqual({
    noteId: 'n1',
    bottleneckId: 'b1',
    result: 'PARTLY',
    conditions: 'Alleen op eigen grond.',
  });
});

test('its earlier texts show word by word what changed, and one of them comes back with a way back', async () => {
  const version = (number: number, summary: string) => ({
    __typename: 'NoteVersion' as const,
    version: number,
    writtenAt: `2026-06-1${number}T09:00:00Z`,
    writtenBy: editor,
    writtenWith: [],
    title: words.title,
    summary,
    body: '',
    applies: words.applies,
    appliesNot: words.appliesNot,
    steps: words.steps,
    caveat: words.caveat,
    tags: words.tags,
    legalReferences: ['Ow art. 16.53c'],
  });
  const versions = answer<NoteVersionsQuery>({
    __typename: 'Query',
    note: {
      __typename: 'KnowledgeNote',
      id: 'n1',
      version: 4,
      viewerCan: words.viewerCan,
      versions: [version(3, 'Wegstrepen mag niet meer.'), version(1, 'Wegstrepen mag nog wel.')],
    },
  });
  const { asked } = show('/kennis/intern-salderen', {
    NoteVersions: versions,
    RestoreNoteVersion: answer<RestoreNoteVersionMutation>({
      __typename: 'Mutation',
      restoreNoteVersion: {
        __typename: 'KnowledgeNotePayload',
        problems: [],
        note: { ...words, version: 5, summary: 'Wegstrepen mag nog wel.' },
      },
    }),
  });
  await page.getByRole('button', { name: 'Bekijk eerdere teksten' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('In het kort gewijzigd, toon verschil').click();
  const item = dialog.getByRole('listitem').first();
  expect(item.element().querySelector('del')?.textContent).toContain('nog wel');
  expect(item.element().querySelector('ins')?.textContent).toContain('niet meer');
  await dialog.getByRole('button', { name: 'Zet versie 1 terug' }).click();
  await expect.element(page.getByText('De tekst van versie 1 staat er weer')).toBeVisible();
  expect(asked.find(({ name }) => name === 'RestoreNoteVersion')?.variables['input']).toEqual({
    noteId: 'n1',
    expectedVersion: 4,
    version: 1,
  });
});

test('not there and not yours read the same', async () => {
  show('/kennis/bestaat-niet', { NotePage: answer<NotePageQuery>({ __typename: 'Query', note: null }) });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Dit is er niet voor jou' })).toBeVisible();
});

const editPage = answer<EditNotePageQuery>({ __typename: 'Query', themes: [theme], note: words });
const saved = (note: object): object =>
  answer<EditNoteMutation>({
    __typename: 'Mutation',
    editNote: { __typename: 'KnowledgeNotePayload', note: { ...words, ...note }, problems: [] },
  });
const faster = (current: object): object =>
  answer<EditNoteMutation>({
    __typename: 'Mutation',
    editNote: {
      __typename: 'KnowledgeNotePayload',
      note: null,
      problems: [
        {
          __typename: 'ConflictProblem',
          code: 'CONFLICT',
          message: 'Iemand anders was sneller.',
          path: [],
          currentVersion: 5,
          changedAt: '2026-11-23T13:30:00Z',
          changedBy: editor,
          current: { ...words, version: 5, ...current },
        },
      ],
    },
  });

test('typed text is kept on the device, and a colleague who was faster is a question about what both changed', async () => {
  const { asked, router } = show('/kennis/intern-salderen/bewerk', {
    EditNotePage: editPage,
    EditNote: (variables) => {
      const { input } = variables as { input: { expectedVersion: number } };
      return input.expectedVersion === 4
        ? faster({ summary: 'Hun samenvatting', title: 'Intern salderen' })
        : saved({ version: 6, summary: 'Mijn samenvatting' });
    },
  });
  await page.getByRole('textbox', { name: /^In het kort/ }).fill('Mijn samenvatting');
  await page.getByRole('textbox', { name: /^Bronnen/ }).fill('ECLI:NL:RVS:2024:4923\nOw art. 16.53c');
  await expect
    .element(page.getByRole('list', { name: /^Bronnen/ }).getByRole('link'))
    .toHaveAttribute('href', 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2024:4923');
  await expect.poll(() => localStorage.getItem('draft:note:me:n1')).toContain('Mijn samenvatting');
  await page.getByRole('button', { name: /^Bewaar/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Iemand was sneller' });
  await expect.element(dialog.getByRole('group', { name: 'In het kort' })).toBeVisible();
  await expect.element(dialog.getByRole('group', { name: 'Titel' })).not.toBeInTheDocument();
  await dialog.getByRole('button', { name: 'Bewaar deze keuze' }).click();
  await expect.poll(() => router.state.location.pathname).toBe('/kennis/intern-salderen');
  expect(asked.filter(({ name }) => name === 'EditNote').map(({ variables }) => variables['input'])).toEqual([
    {
      noteId: 'n1',
      expectedVersion: 4,
      summary: 'Mijn samenvatting',
      legalReferences: ['ECLI:NL:RVS:2024:4923', 'Ow art. 16.53c'],
    },
    {
      noteId: 'n1',
      expectedVersion: 5,
      summary: 'Mijn samenvatting',
      legalReferences: ['ECLI:NL:RVS:2024:4923', 'Ow art. 16.53c'],
    },
  ]);
  expect(localStorage.getItem('draft:note:me:n1')).toBeNull();
});

test('what is missing is said above the form and at the field', async () => {
  show('/kennis/intern-salderen/bewerk', { EditNotePage: editPage });
  await page.getByRole('textbox', { name: /^Titel/ }).fill('Kort');
  await page.getByRole('button', { name: /^Bewaar/ }).click();
  await expect.element(page.getByRole('alert').getByRole('link', { name: /minstens 5 tekens/ })).toBeVisible();
  await expectAccessiblePage();
});
