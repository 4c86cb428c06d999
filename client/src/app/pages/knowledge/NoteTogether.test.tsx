import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { localCopies, noteCopy, wipeCopies } from '../../../features/shared-text/local-copies.ts';
import { FakeTextServer } from '../../../features/shared-text/text-server.fixture.ts';
import type {
  EditNoteMutation,
  EditNotePageQuery,
  NoteVersionsQuery,
  NoteWritersSubscription,
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
import { figures, notePage } from './show-note.fixture.ts';

const patience = { timeout: 15_000 };
const theme = { __typename: 'Theme' as const, id: 't1', code: 'STIKSTOF', name: 'Stikstof' };
const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name });
const [anna, bram] = [person('a', 'Anna'), person('b', 'Bram')];
const words = {
  __typename: 'KnowledgeNote' as const,
  id: 'KnowledgeNote_n1',
  slug: 'intern-salderen',
  version: 4,
  title: 'Intern salderen',
  summary: 'Wegstrepen mag niet meer.',
  body: '# Wat is er nodig?\n\nVraag **eerst** het college.\nDan de raad.\n\n1. Rekenen\n  - met <b>alles</b>\n2. Vragen\n\n> Zo staat het er.\n\n## Slot',
  applies: '',
  appliesNot: '',
  steps: '',
  caveat: '',
  tags: [],
  validAsOf: '2026-06-01',
  reviewBy: '2099-01-01',
  status: 'DRAFT' as const,
  validity: 'CHECK_FIRST' as const,
  confidentiality: 'PUBLIC' as const,
  updatedAt: '2026-06-13T09:00:00Z',
  themes: [theme],
  legalReferences: [],
  validatedBy: null,
  viewerCan: ['EDIT', 'VALIDATE', 'ARCHIVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: verb === 'EDIT',
    reason: verb === 'EDIT' ? null : 'Dat kan een validator.',
  })),
};
const edited = (id: string, at: string, actor: object, writtenWith: object[] = [], field = 'body') => ({
  __typename: 'EventEdge',
  cursor: id,
  node: {
    __typename: 'Event',
    id,
    type: 'NOTE_EDITED',
    occurredAt: at,
    remark: null,
    actor,
    writtenWith,
    changes: [{ __typename: 'FieldChange', field, before: null, after: null }],
  },
});
const shownNote = notePage({
  ...words,
  themes: [{ ...theme, noteReuse: figures() }],
  timeline: {
    __typename: 'EventConnection',
    edges: [
      edited('4', '2026-06-13T09:20:00Z', bram, [anna]),
      edited('3', '2026-06-13T09:10:00Z', anna, [bram]),
      edited('2', '2026-06-13T08:00:00Z', anna, [bram]),
      edited('1', '2026-06-13T07:59:00Z', anna),
    ],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
});
const editPage = answer<EditNotePageQuery>({ __typename: 'Query', themes: [theme], note: words });
const writing = (...people: object[]) =>
  answer<NoteWritersSubscription>({
    __typename: 'Subscription',
    noteWriters: {
      __typename: 'PresenceFrame',
      onlookers: people.map((one) => ({ __typename: 'Onlooker', person: one })),
    },
  } as never);

let server: FakeTextServer;
beforeEach(() => {
  server = new FakeTextServer();
  vi.stubGlobal('WebSocket', server.Socket);
});
afterEach(async () => {
  await wipeCopies('me');
  vi.unstubAllGlobals();
});

const show = (path: string, more: Answers = {}): ShownApp =>
  renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(0),
    NotePage: shownNote,
    EditNotePage: editPage,
    NoteWriters: writing(),
    ...more,
  });

test('what a note says is shown as the headings, lists and quotes that its lines are, and nothing in it is markup', async () => {
  show('/kennis/intern-salderen');
  await expect.element(page.getByRole('heading', { level: 3, name: 'Wat is er nodig?' }), patience).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 4, name: 'Slot' })).toBeVisible();
  const prose = document.querySelector('.prose');
  expect(prose?.querySelector('strong')?.textContent).toBe('eerst');
  expect(prose?.querySelector('ol > li > ul > li')?.textContent).toBe('met <b>alles</b>');
  expect(prose?.querySelectorAll('ol > li')).toHaveLength(2);
  expect(prose?.querySelector('blockquote')?.textContent).toBe('Zo staat het er.');
  expect(prose?.querySelectorAll('p br')).toHaveLength(1);
  await expectAccessiblePage();
});

test('the history names all who wrote, and tells a sitting once', async () => {
  show('/kennis/intern-salderen');
  const history = page.getByRole('list', { name: 'Versies' });
  await expect.element(history.getByText('Bram en Anna bewerkten samen de tekst'), patience).toBeVisible();
  // The one ten minutes earlier by the same two is part of it; those before are not.
  await expect.element(history.getByText('Anna en Bram bewerkten samen de tekst')).toBeVisible();
  await expect.element(history.getByText('Anna bewerkte de tekst')).toBeVisible();
  expect(history.getByText(/bewerk/).elements()).toHaveLength(3);
});

test('who reads sees who is writing now, but not themselves', async () => {
  const { open } = show('/kennis/intern-salderen', {
    NoteWriters: writing(anna, person('me', 'Projectleider Zwartewaterland'), bram),
  });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Intern salderen' }), patience).toBeVisible();
  open();
  await expect.element(page.getByText('Nu bezig met de toelichting: Anna en Bram'), patience).toBeVisible();
});

test('the versions name all who wrote', async () => {
  const version = {
    __typename: 'NoteVersion' as const,
    version: 4,
    writtenAt: '2026-06-13T09:20:00Z',
    writtenBy: bram,
    writtenWith: [anna],
    title: words.title,
    summary: words.summary,
    body: words.body,
    applies: '',
    appliesNot: '',
    steps: '',
    caveat: '',
    tags: [],
    legalReferences: [],
  };
  show('/kennis/intern-salderen', {
    NoteVersions: answer<NoteVersionsQuery>({
      __typename: 'Query',
      note: { __typename: 'KnowledgeNote', id: words.id, version: 4, viewerCan: words.viewerCan, versions: [version] },
    }),
  });
  await page.getByRole('button', { name: 'Bekijk eerdere teksten' }).click();
  await expect.element(page.getByRole('dialog').getByText('Bram en Anna'), patience).toBeVisible();
});

test('the explanation is written together; what the form sends leaves it alone', async () => {
  server.write('van Anna');
  const { asked, router } = show('/kennis/intern-salderen/bewerk', {
    EditNote: answer<EditNoteMutation>({
      __typename: 'Mutation',
      editNote: {
        __typename: 'KnowledgeNotePayload',
        note: { ...words, version: 6, summary: 'Korter.' },
        problems: [],
      },
    }),
  });
  const editor = page.getByRole('textbox', { name: 'Toelichting van Intern salderen' });
  await expect.element(editor, patience).toMatchTextContent(/van Anna/);
  await expect
    .element(page.getByRole('group', { name: /^Toelichting/ }))
    .toHaveAccessibleDescription(/Jullie schrijven hier samen/);
  await userEvent.click(editor);
  await userEvent.keyboard(' en van mij');
  await expect.poll(() => server.lines(), patience).toEqual(['van Anna en van mij']);
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('textbox', { name: /^In het kort/ }).fill('Korter.');
  await page.getByRole('button', { name: /^Bewaar$|^Bewaar Ctrl/ }).click();
  await expect.poll(() => router.state.location.pathname, patience).toBe('/kennis/intern-salderen');
  expect(asked.find(({ name }) => name === 'EditNote')?.variables['input']).toEqual({
    noteId: words.id,
    expectedVersion: 4,
    summary: 'Korter.',
  });
});

test('words that come after the archiving are offered to be kept elsewhere', async () => {
  noteCopy('me', 'note:n1', { label: 'Toelichting van Intern salderen', refused: 'te laat bedacht' });
  show('/kennis/intern-salderen');
  await expect.element(page.getByText('Je tekst kwam nadat de notitie was gearchiveerd'), patience).toBeVisible();
  await expect.element(page.getByText(/te laat bedacht/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Download de tekst' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Stel voor als aanvulling' }).elements()).toEqual([]);
  await page.getByRole('button', { name: 'Gooi de tekst weg' }).click();
  await expect.poll(() => localCopies('me')).toEqual({});
});
