import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  AddAttachmentMutation,
  AddCommentMutation,
  CaseDiscussionQuery,
  CaseFilesQuery,
  CaseWatchQuery,
  EditCommentMutation,
  PersonPickerQuery,
  RemoveAttachmentMutation,
  RemoveCommentMutation,
  RestoreCommentMutation,
  WatchBottleneckMutation,
} from '../../../generated/graphql.ts';
import { answer, type Answers, type ShownApp } from '../../testing/render-app.tsx';
import { showCase } from './show-case.fixture.tsx';

type Case = NonNullable<Parameters<typeof answer<CaseDiscussionQuery>>[0]['bottleneck']>;
type Comment = Case['comments']['edges'][number]['node'];
type Files = NonNullable<Parameters<typeof answer<CaseFilesQuery>>[0]['bottleneck']>;
type File = Files['attachments'][number];

const able = (...verbs: string[]) =>
  verbs.map((verb) => ({ __typename: 'Ability' as const, verb, allowed: true, reason: null }));
const author = { __typename: 'Person' as const, id: 'anna', name: 'Anna de Boer' };
const comment = (more: Partial<Comment> = {}): Comment => ({
  __typename: 'Comment',
  id: 'Comment_1',
  version: 1,
  text: 'De netbeheerder belde.',
  removed: false,
  writtenAt: '2026-11-20T10:00:00Z',
  editedAt: null,
  author,
  mentions: [],
  viewerCan: [],
  ...more,
});
const discussion = (comments: readonly Comment[], more: Partial<Case> = {}): object =>
  answer<CaseDiscussionQuery>({
    __typename: 'Query',
    bottleneck: {
      __typename: 'Bottleneck',
      id: 'b13',
      number: 'KP-2026-013',
      viewerCan: able('COMMENT'),
      comments: {
        __typename: 'CommentConnection',
        totalCount: comments.length,
        edges: comments.map((node) => ({ __typename: 'CommentEdge', cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      ...more,
    },
  });
const shows = (comments: readonly Comment[], answers: Answers = {}): ShownApp =>
  showCase({ CaseDiscussion: discussion(comments), ...answers });
const section = () => page.getByRole('region', { name: 'Reacties' });
const field = () => section().getByLabelText('Reageer');

test('the oldest stands first; nothing yet says what to do', async () => {
  shows([comment({ id: 'Comment_2', text: 'Later' }), comment({ text: 'Eerder' })]);
  await expect.element(section().getByText('Later')).toBeVisible();
  const items = section().getByRole('listitem').elements();
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringContaining('Eerder'),
    expect.stringContaining('Later'),
  ]);
});

test('no comment yet invites one; an empty one is not sent', async () => {
  const { asked } = shows([]);
  await expect.element(section().getByText('Nog geen reacties.', { exact: false })).toBeVisible();
  await section()
    .getByRole('button', { name: /^Plaats reactie/ })
    .click();
  await expect.element(section().getByText('Schrijf eerst iets.')).toBeVisible();
  expect(asked.some(({ name }) => name === 'AddComment')).toBe(false);
});

test('somebody is named with @, and Ctrl Enter sends', async () => {
  const people = answer<PersonPickerQuery>({
    __typename: 'Query',
    people: {
      __typename: 'PersonConnection',
      edges: [
        {
          __typename: 'PersonEdge',
          cursor: 'a',
          node: {
            __typename: 'Person',
            id: 'Person_piet',
            name: 'Piet Smit',
            organisation: { __typename: 'Organisation', id: 'o', name: 'Gemeente Kampen' },
          },
        },
      ],
    },
  });
  const added = answer<AddCommentMutation>({
    __typename: 'Mutation',
    addComment: { __typename: 'CommentPayload', problems: [], comment: comment({ id: 'Comment_9' }) },
  });
  const { asked } = shows([], { PersonPicker: people, AddComment: added });
  await field().click();
  await userEvent.keyboard('Weet jij dit @');
  await expect.element(section().getByRole('combobox', { name: 'Wie noem je?' })).toHaveFocus();
  await userEvent.keyboard('Piet');
  await page.getByRole('option', { name: /Piet Smit/ }).click();
  await expect.element(field()).toHaveValue('Weet jij dit @Piet Smit ');
  await userEvent.keyboard('?{Control>}{Enter}{/Control}');
  await expect.element(field()).toHaveValue('');
  expect(asked.find(({ name }) => name === 'AddComment')?.variables['input']).toEqual({
    bottleneckId: 'b13',
    text: 'Weet jij dit @Piet Smit ?',
    mentionIds: ['Person_piet'],
  });
});

test('a refusal keeps the words, with the sentence', async () => {
  const refused = answer<AddCommentMutation>({
    __typename: 'Mutation',
    addComment: {
      __typename: 'CommentPayload',
      comment: null,
      problems: [
        {
          __typename: 'FieldProblem',
          code: 'PERSON_SEES_NOT',
          message: 'Piet kan dit knelpunt niet zien. Deel het eerst, of noem iemand anders.',
          path: ['input', 'mentionIds', '0'],
        },
      ],
    },
  });
  shows([], { AddComment: refused });
  await field().fill('Hallo @Piet');
  await section()
    .getByRole('button', { name: /^Plaats reactie/ })
    .click();
  await expect.element(section().getByText(/Piet kan dit knelpunt niet zien/)).toBeVisible();
  await expect.element(field()).toHaveValue('Hallo @Piet');
});

test('what is typed is kept on the device until it is sent', async () => {
  shows([]);
  await field().fill('Half af');
  await expect.poll(() => localStorage.getItem('comment b13 me'), { timeout: 3_000 }).toContain('Half af');
});

test('the author changes it in its place', async () => {
  const own = comment({ viewerCan: able('EDIT', 'REMOVE') });
  const edited = answer<EditCommentMutation>({
    __typename: 'Mutation',
    editComment: {
      __typename: 'CommentPayload',
      problems: [],
      comment: { ...own, version: 2, text: 'De netbeheerder schreef.', editedAt: '2026-11-21T10:00:00Z' },
    },
  });
  const { asked } = shows([own], { EditComment: edited });
  await section().getByRole('button', { name: 'Meer met de reactie van Anna de Boer' }).click();
  await page.getByRole('menuitem', { name: 'Bewerk' }).click();
  await section().getByLabelText('Je reactie').fill('De netbeheerder schreef.');
  await section()
    .getByRole('button', { name: /^Bewaar/ })
    .click();
  await expect.element(section().getByText('De netbeheerder schreef.')).toBeVisible();
  await expect.element(section().getByText('bewerkt')).toBeVisible();
  expect(asked.find(({ name }) => name === 'EditComment')?.variables['input']).toEqual({
    commentId: 'Comment_1',
    expectedVersion: 1,
    text: 'De netbeheerder schreef.',
    mentionIds: [],
  });
});

test('what is taken away leaves its place, with a way back', async () => {
  const own = comment({ viewerCan: able('EDIT', 'REMOVE') });
  const gone = { ...own, version: 2, removed: true, viewerCan: able('RESTORE') };
  const { asked } = shows([own], {
    RemoveComment: answer<RemoveCommentMutation>({
      __typename: 'Mutation',
      removeComment: { __typename: 'CommentPayload', problems: [], comment: gone },
    }),
    RestoreComment: answer<RestoreCommentMutation>({
      __typename: 'Mutation',
      restoreComment: { __typename: 'CommentPayload', problems: [], comment: { ...own, version: 3 } },
    }),
  });
  await section().getByRole('button', { name: 'Meer met de reactie van Anna de Boer' }).click();
  await page.getByRole('menuitem', { name: 'Haal weg' }).click();
  await expect.element(section().getByText('Deze reactie is weggehaald.')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(section().getByText('De netbeheerder belde.')).toBeVisible();
  expect(asked.find(({ name }) => name === 'RestoreComment')?.variables['input']).toEqual({
    commentId: 'Comment_1',
    expectedVersion: 2,
  });
});

test('who may not comment reads why, and sees what was said', async () => {
  const reason = 'Dat kunnen de mensen van dit knelpunt en de deelnemers van de tafel.';
  const looking = discussion([comment({ mentions: [author], text: 'Zie @Anna de Boer' })], {
    viewerCan: [{ __typename: 'Ability', verb: 'COMMENT', allowed: false, reason }],
  });
  showCase({ CaseDiscussion: looking });
  await expect.element(section().getByText(reason)).toBeVisible();
  await expect.element(section().getByText('@Anna de Boer')).toBeVisible();
  expect(section().getByRole('textbox').elements()).toEqual([]);
});

const file: File = {
  __typename: 'Attachment',
  id: 'Attachment_1',
  title: 'Meting waterschap',
  kind: 'FILE',
  url: '/attachments/1/meting.pdf',
  mediaType: 'application/pdf',
  size: 1_400_000,
  addedAt: '2026-11-20T10:00:00Z',
  addedBy: author,
  viewerCan: able('REMOVE'),
};
const filesOf = (...attachments: File[]): Files => ({
  __typename: 'Bottleneck',
  id: 'b13',
  attachments,
  viewerCan: able('ATTACH'),
});
const files = () => page.getByRole('region', { name: 'Bestanden en links' });

test('a file says what it is; a link is added and what is wrong stands at the field', async () => {
  const link: File = { ...file, id: 'Attachment_2', title: 'Kaart', kind: 'LINK', url: 'https://kaart.nl', size: null };
  const { asked } = showCase({
    CaseFiles: answer<CaseFilesQuery>({ __typename: 'Query', bottleneck: filesOf(file) }),
    AddAttachment: answer<AddAttachmentMutation>({
      __typename: 'Mutation',
      addAttachment: { __typename: 'AttachmentPayload', problems: [], bottleneck: filesOf(file, link) },
    }),
  });
  await expect.element(files().getByText('1,4 MB · Anna de Boer', { exact: false })).toBeVisible();
  await files().getByRole('button', { name: 'Voeg een link toe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText('Titel').fill('Kaart');
  await dialog.getByLabelText('Adres').fill('kaart.nl');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(dialog.getByText('Plak een adres dat met https:// begint.')).toBeVisible();
  await dialog.getByLabelText('Adres').fill('https://kaart.nl');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(files().getByRole('link', { name: /Kaart/ })).toBeVisible();
  expect(asked.find(({ name }) => name === 'AddAttachment')?.variables['input']).toEqual({
    bottleneckId: 'b13',
    title: 'Kaart',
    url: 'https://kaart.nl',
  });
});

test('a file goes with one press and can come back', async () => {
  showCase({
    CaseFiles: answer<CaseFilesQuery>({ __typename: 'Query', bottleneck: filesOf(file) }),
    RemoveAttachment: answer<RemoveAttachmentMutation>({
      __typename: 'Mutation',
      removeAttachment: { __typename: 'AttachmentPayload', problems: [], bottleneck: filesOf() },
    }),
  });
  await files().getByRole('button', { name: 'Haal Meting waterschap weg' }).click();
  await expect.element(page.getByText('Meting waterschap weggehaald')).toBeVisible();
  expect(files().getByRole('link').elements()).toEqual([]);
});

test('following is one press, and says what it brings', async () => {
  const watch = (watching: boolean) => ({ __typename: 'Bottleneck' as const, id: 'b13', watching });
  const { asked } = showCase({
    CaseWatch: answer<CaseWatchQuery>({ __typename: 'Query', bottleneck: watch(false) }),
    WatchBottleneck: answer<WatchBottleneckMutation>({
      __typename: 'Mutation',
      watchBottleneck: { __typename: 'WatchPayload', problems: [], bottleneck: watch(true) },
    }),
  });
  await page.getByRole('button', { name: 'Volg', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Je volgt dit' })).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByText(/wat ermee gebeurt komt in je postvak/)).toBeVisible();
  expect(asked.find(({ name }) => name === 'WatchBottleneck')?.variables['input']).toEqual({
    bottleneckId: 'b13',
    watching: true,
  });
});
