import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  LegalEventPageQuery,
  LegalEventsPageQuery,
  LegalEventView_EventFragment,
  RecordLegalEventMutation,
  RestingNotesQuery,
  SettleReviewMutation,
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

type Review = LegalEventView_EventFragment['reviews'][number];
const reason = 'Valideren kan iemand anders dan de auteur, met de rol validator.';
const able = (...verbs: string[]) =>
  ['EDIT', 'VALIDATE', 'ARCHIVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: verbs.includes(verb),
    reason: verbs.includes(verb) ? null : reason,
  }));
const ladder: Review = {
  __typename: 'NoteReview',
  state: 'TO_REVIEW',
  remark: '',
  settledAt: null,
  settledBy: null,
  note: {
    __typename: 'KnowledgeNote',
    id: 'n1',
    slug: 'laddertoets',
    version: 3,
    title: 'Laddertoets: wanneer nodig',
    summary: 'De Ladder geldt voor woningbouw.',
    caveat: '',
    status: 'REVIEW_DUE',
    validity: 'CHECK_FIRST',
    reviewBy: '2026-12-15',
    viewerCan: able('EDIT', 'ARCHIVE'),
    openBottlenecks: [{ __typename: 'Bottleneck', id: 'b1', number: 'KP-2026-013', title: 'Bodem' }],
  },
};
const event: LegalEventView_EventFragment & { __typename: 'LegalEvent' } = {
  __typename: 'LegalEvent',
  id: 'LegalEvent_1',
  kind: 'LAW',
  title: 'De Ladder geldt niet meer voor woningbouw',
  summary: 'Een plan hoeft niet meer langs de Ladder.',
  effectiveOn: '2027-01-01',
  recordedAt: '2026-11-16T10:00:00Z',
  recordedBy: { __typename: 'Person', id: 'p', name: 'Kennisredacteur' },
  legalReferences: [{ __typename: 'LegalReference', text: 'Bkl art. 5.129g', url: null }],
  reviews: [ladder],
};
const show = (path: string, answers: Answers): ShownApp =>
  renderApp(path, { Viewer: viewerAnswer(), ShellCounts: countsAnswer(0), ...answers });
const eventPage = (more: Partial<typeof event> = {}) =>
  answer<LegalEventPageQuery>({ __typename: 'Query', node: { ...event, ...more } });

test('a change stands there with the notes that rest on it, and who may judge them', async () => {
  show('/kennis/recht/LegalEvent_1', { LegalEventPage: eventPage() });
  await expect.element(page.getByRole('heading', { level: 1, name: event.title })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'KP-2026-013' })).toBeVisible();
  await expect.element(page.getByText(reason)).toBeVisible();
  await expect.element(page.getByText(/ook van zaken die jij niet kunt zien/)).toBeVisible();
  await expectAccessiblePage();
});

test('a note is adapted where it stands; the same text is no adaption', async () => {
  const adapted = answer<SettleReviewMutation>({
    __typename: 'Mutation',
    settleReview: {
      __typename: 'LegalEventPayload',
      problems: [],
      legalEvent: {
        ...event,
        reviews: [
          {
            ...ladder,
            state: 'ADAPTED',
            settledAt: '2026-11-25T10:00:00Z',
            settledBy: { __typename: 'Person', id: 'me', name: 'Ik' },
          },
        ],
      },
    },
  });
  const { asked } = show('/kennis/recht/LegalEvent_1', { LegalEventPage: eventPage(), SettleReview: adapted });
  await page.getByRole('button', { name: 'Pas aan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pas aan' }).click();
  await expect.element(dialog.getByText('Verander de tekst, of bevestig de notitie.')).toBeVisible();
  await dialog.getByLabelText('Samenvatting').fill('De Ladder geldt niet meer.');
  await dialog.getByRole('button', { name: 'Pas aan' }).click();
  await expect.element(page.getByText(/Aangepast, Ik/)).toBeVisible();
  await expect.element(page.getByText('Over elke notitie die je mag zien is geoordeeld.')).toBeVisible();
  expect(asked.find(({ name }) => name === 'SettleReview')?.variables['input']).toMatchObject({
    legalEventId: 'LegalEvent_1',
    noteId: 'n1',
    expectedVersion: 3,
    verdict: 'ADAPT',
    summary: 'De Ladder geldt niet meer.',
  });
});

test('recording asks what changed, and shows at once which notes rest on it', async () => {
  const recorded = answer<RecordLegalEventMutation>({
    __typename: 'Mutation',
    recordLegalEvent: { __typename: 'LegalEventPayload', problems: [], legalEvent: event },
  });
  const resting = answer<RestingNotesQuery>({
    __typename: 'Query',
    notesRestingOn: [{ __typename: 'KnowledgeNote', id: 'n1', title: ladder.note.title }],
  });
  const list = answer<LegalEventsPageQuery>({
    __typename: 'Query',
    legalEvents: {
      __typename: 'LegalEventConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  });
  const { asked } = show('/kennis/recht', {
    Viewer: viewerAnswer({ abilities: ['RECORD_LEGAL_EVENT'] }),
    LegalEventsPage: list,
    RestingNotes: resting,
    RecordLegalEvent: recorded,
    LegalEventPage: eventPage(),
  });
  await page.getByRole('button', { name: 'Leg een wijziging vast' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Leg vast' }).click();
  await expect.element(dialog.getByText('Schrijf in één zin wat er verandert.')).toBeVisible();
  await dialog.getByLabelText('Wat verandert er?').fill(event.title);
  await dialog.getByLabelText('Bronnen').fill('Bkl art. 5.129g');
  await expect.element(dialog.getByRole('checkbox', { name: ladder.note.title })).toBeChecked();
  await dialog.getByRole('button', { name: 'Leg vast' }).click();
  await expect.element(page.getByText('Vastgelegd, 1 notitie wacht op een oordeel')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: event.title })).toBeVisible();
  expect(asked.find(({ name }) => name === 'RecordLegalEvent')?.variables['input']).toMatchObject({
    legalReferences: ['Bkl art. 5.129g'],
    noteIds: ['n1'],
  });
});
