import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  DraftNoteFromBottleneckMutation,
  NotePickerQuery,
  ResolveBottleneckMutation,
  UndoTransitionMutation,
} from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer, type Answers, viewerAnswer } from '../../testing/render-app.tsx';
import { able, pageOf, reason, showCase, soil } from './show-case.fixture.tsx';

const draft = {
  __typename: 'KnowledgeNote' as const,
  id: 'n9',
  slug: 'bodemverontreiniging',
  title: 'Diffuse bodemverontreiniging',
  status: 'DRAFT' as const,
};
const answers = (more: Answers = {}): Answers => ({
  Viewer: viewerAnswer({ abilities: ['WRITE_NOTE'] }),
  NotePicker: answer<NotePickerQuery>({
    __typename: 'Query',
    notes: { __typename: 'KnowledgeNoteConnection', edges: [] },
  } as never),
  ResolveBottleneck: answer<ResolveBottleneckMutation>({
    __typename: 'Mutation',
    resolveBottleneck: {
      __typename: 'BottleneckPayload',
      problems: [],
      bottleneck: { ...soil, state: 'RESOLVED', version: 5 },
      draftedNote: draft,
    },
  } as never),
  UndoTransition: answer<UndoTransitionMutation>({
    __typename: 'Mutation',
    undoTransition: {
      __typename: 'BottleneckPayload',
      problems: [],
      bottleneck: { ...soil, version: 6 },
      draftedNote: draft,
    },
  } as never),
  ...more,
});
const lesson = page.getByRole('textbox', { name: /Wat zou de volgende helpen/ });
const solved = page.getByRole('textbox', { name: /Wat heeft het opgelost/ });
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const inputs = (asked: ReturnType<typeof showCase>['asked'], name: string) =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);

test('resolving asks one question more; its answer makes a draft, the toast leads to it, and undoing leaves it', async () => {
  const { asked } = showCase(answers());
  await page.getByRole('button', { name: 'Los op' }).click();
  await expect.element(lesson).toHaveAccessibleDescription(/Namen, prijzen en partijen haalt niemand er vanzelf uit/);
  await solved.fill('Een gesloten grondbalans.');
  await lesson.fill('Begin met de grondbalans.');
  await expectAccessiblePage();
  await confirm('Los op').click();
  await expect.element(page.getByText('KP-2026-013 opgelost')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Naar de conceptnotitie' })).toBeVisible();
  expect(inputs(asked, 'ResolveBottleneck')).toEqual([
    {
      bottleneckId: 'b13',
      expectedVersion: 4,
      resolution: 'Een gesloten grondbalans.',
      openToAll: true,
      lesson: 'Begin met de grondbalans.',
    },
  ]);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect
    .element(page.getByText('KP-2026-013: stap teruggedraaid. De conceptnotitie blijft staan.'))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Naar de conceptnotitie' })).toBeVisible();
});

test('the question may stay open, and what was typed is there again when the dialog was closed', async () => {
  const { asked } = showCase(answers());
  await page.getByRole('button', { name: 'Los op' }).click();
  await solved.fill('Een gesloten grondbalans.');
  await lesson.fill('Half af');
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await page.getByRole('button', { name: 'Los op' }).click();
  await expect.element(lesson).toHaveValue('Half af');
  await lesson.fill('');
  await confirm('Los op').click();
  await expect.poll(() => inputs(asked, 'ResolveBottleneck')).toHaveLength(1);
  expect(inputs(asked, 'ResolveBottleneck')[0]).not.toHaveProperty('lesson');
});

test('a case of which a note was made before names it, and asks nothing', async () => {
  const { asked } = showCase(answers({ BottleneckPage: pageOf({ draftedNotes: [draft] }) }));
  await page.getByRole('button', { name: 'Los op' }).click();
  await expect.element(page.getByText(/Van dit knelpunt is al een notitie gemaakt: “Diffuse/)).toBeVisible();
  await expect.element(lesson).not.toBeInTheDocument();
  await solved.fill('Een gesloten grondbalans.');
  await confirm('Los op').click();
  await expect.poll(() => inputs(asked, 'ResolveBottleneck')).toMatchObject([{ noteId: 'n9' }]);
});

const resolved = (more: object = {}) =>
  pageOf({
    state: 'RESOLVED',
    resolution: 'Een gesloten balans.',
    viewerCan: able('LINK_NOTE', 'DRAFT_NOTE'),
    ...more,
  });

test('a resolved case without a note offers to make one, and shows it afterwards', async () => {
  let page13 = resolved();
  const { asked } = showCase({
    BottleneckPage: () => page13,
    DraftNoteFromBottleneck: () => {
      page13 = resolved({ draftedNotes: [draft] });
      return answer<DraftNoteFromBottleneckMutation>({
        __typename: 'Mutation',
        draftNoteFromBottleneck: {
          __typename: 'BottleneckPayload',
          problems: [],
          draftedNote: draft,
          bottleneck: { __typename: 'Bottleneck', id: 'b13', draftedNotes: [draft] },
        },
      } as never);
    },
  });
  await page.getByRole('button', { name: 'Maak er een notitie van' }).click();
  await confirm('Maak een conceptnotitie').click();
  await expect.element(page.getByText('Schrijf wat de volgende zou helpen.')).toBeVisible();
  expect(inputs(asked, 'DraftNoteFromBottleneck')).toEqual([]);
  await lesson.fill('Begin met de grondbalans.');
  await expectAccessiblePage();
  await confirm('Maak een conceptnotitie').click();
  await expect.element(page.getByText('KP-2026-013: conceptnotitie gemaakt')).toBeVisible();
  expect(inputs(asked, 'DraftNoteFromBottleneck')).toEqual([
    { bottleneckId: 'b13', lesson: 'Begin met de grondbalans.' },
  ]);
  await expect
    .element(page.getByRole('link', { name: draft.title }))
    .toHaveAttribute('href', '/kennis/bodemverontreiniging');
  await expect.element(page.getByText('uit dit knelpunt gemaakt')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Maak er een notitie van' })).not.toBeInTheDocument();
});

test('what the server refuses stands at the field', async () => {
  showCase({
    BottleneckPage: resolved(),
    DraftNoteFromBottleneck: answer<DraftNoteFromBottleneckMutation>({
      __typename: 'Mutation',
      draftNoteFromBottleneck: {
        __typename: 'BottleneckPayload',
        draftedNote: null,
        bottleneck: null,
        problems: [
          {
            __typename: 'FieldProblem',
            code: 'NOTE_OF_CASE_EXISTS',
            message: 'Van dit knelpunt is al een notitie gemaakt.',
            path: ['input', 'lesson'],
          },
        ],
      },
    } as never),
  });
  await page.getByRole('button', { name: 'Maak er een notitie van' }).click();
  await lesson.fill('Begin met de grondbalans.');
  await confirm('Maak een conceptnotitie').click();
  await expect.element(lesson).toHaveAccessibleDescription(/Van dit knelpunt is al een notitie gemaakt/);
});

test('who may not make one reads why', async () => {
  showCase({ BottleneckPage: resolved({ viewerCan: able() }) }, false);
  const button = page.getByRole('button', { name: 'Maak er een notitie van' });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button).toHaveAccessibleDescription(reason);
});
