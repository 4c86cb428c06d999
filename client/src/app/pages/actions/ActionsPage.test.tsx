import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  ActionCountsQuery,
  ActionsPageQuery,
  CompleteActionMutation,
  PromisesQuery,
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

const can = (verb: string, reason: string | null = null) => ({
  __typename: 'Ability' as const,
  verb,
  allowed: reason === null,
  reason,
});
const action = {
  __typename: 'Action' as const,
  id: 'Action_1',
  number: 'A-2026-004',
  version: 3,
  what: 'Belastingprofiel per fase aanleveren bij de netbeheerder',
  actionState: 'OPEN' as const,
  urgency: 'LATE' as const,
  daysLate: 4,
  dueOn: '2026-11-20',
  agreedDueOn: '2026-11-13',
  doneOn: null,
  doneNote: '',
  withdrawnReason: '',
  owner: {
    __typename: 'Person' as const,
    id: 'Person_d',
    name: 'Projectleider Deventer',
    organisation: { __typename: 'Organisation' as const, id: 'Organisation_d', name: 'Gemeente Deventer' },
  },
  table: {
    __typename: 'AccelerationTable' as const,
    id: 'AccelerationTable_w',
    slug: 'west-overijssel',
    shortName: 'West',
  },
  meeting: { __typename: 'Meeting' as const, id: 'Meeting_1', startsAt: '2026-11-12T12:30:00Z' },
  bottleneck: {
    __typename: 'Bottleneck' as const,
    id: 'Bottleneck_2',
    number: 'KP-2026-002',
    title: 'Geen zicht op stroomaansluiting',
  },
  viewerCan: [can('EDIT'), can('COMPLETE'), can('WITHDRAW', 'Dat kan de voorzitter of de secretaris van de tafel.')],
};

const listOf = (...actions: (typeof action)[]): object =>
  answer<ActionsPageQuery>({
    __typename: 'Query',
    actions: {
      __typename: 'ActionConnection',
      totalCount: actions.length,
      edges: actions.map((node) => ({ __typename: 'ActionEdge' as const, cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  });
const count = (totalCount: number) => ({ __typename: 'ActionConnection' as const, totalCount });
const counts = answer<ActionCountsQuery>({
  __typename: 'Query',
  mine: count(1),
  open: count(6),
  late: count(2),
  done: count(9),
});

function show(path: string, answers: Answers): ShownApp {
  return renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(2),
    ActionCounts: counts,
    ...answers,
  });
}

test('one’s own actions say what, before when and how late, and are reported done with a word', async () => {
  const { asked } = show('/acties', {
    ActionsPage: listOf(action),
    CompleteAction: (variables: { input?: { note?: string } }) => {
      const completed = {
        ...action,
        version: 4,
        actionState: 'DONE' as const,
        doneOn: '2026-11-24',
        doneNote: variables.input?.note ?? '',
        viewerCan: [can('REOPEN')],
      };
      return answer<CompleteActionMutation>({
        __typename: 'Mutation',
        completeAction: { __typename: 'ActionPayload', action: completed, problems: [] },
      });
    },
  });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Acties' })).toBeVisible();
  await expect.element(page.getByText('A-2026-004', { exact: true }).first()).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'KP-2026-002' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Te laat 2' })).toBeVisible();
  await expectAccessiblePage();

  await userEvent.click(page.getByRole('button', { name: /^Meld af/ }));
  await userEvent.fill(page.getByRole('textbox', { name: /Wat is ervan gekomen/ }), 'Aangeleverd en ontvangen');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Meld af' }));
  await expect.element(page.getByText('A-2026-004 is af')).toBeVisible();
  await expect.element(page.getByText('Aangeleverd en ontvangen')).toBeVisible();
  const sent = asked.find(({ name }) => name === 'CompleteAction')?.variables;
  expect(sent?.['input']).toEqual({
    actionId: 'Action_1',
    expectedVersion: 3,
    note: 'Aangeleverd en ontvangen',
  });
});

test('what the server refuses stands in the dialog, and nothing typed is lost', async () => {
  show('/acties', {
    ActionsPage: listOf(action),
    CompleteAction: answer<CompleteActionMutation>({
      __typename: 'Mutation',
      completeAction: {
        __typename: 'ActionPayload',
        action: null,
        problems: [
          { __typename: 'FieldProblem', code: 'TOO_LONG', message: 'Dit is te lang.', path: ['input', 'note'] },
        ],
      },
    }),
  });
  await userEvent.click(page.getByRole('button', { name: /^Meld af/ }));
  await userEvent.fill(page.getByRole('textbox', { name: /Wat is ervan gekomen/ }), 'Heel veel');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Meld af' }));
  await expect.element(page.getByText('Dit is te lang.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: /Wat is ervan gekomen/ })).toHaveValue('Heel veel');
});

test('somebody else’s action has no press, and the menu says why', async () => {
  const reason = 'Dat kan wie de actie heeft, of de voorzitter of secretaris.';
  show('/acties?weergave=open', {
    ActionsPage: listOf({
      ...action,
      viewerCan: [can('EDIT', reason), can('COMPLETE', reason), can('WITHDRAW', reason)],
    }),
  });
  await expect.element(page.getByText(action.what)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Meld af/ })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Meer met A-2026-004' }));
  await expect.element(page.getByText(reason).first()).toBeVisible();
});

test('nothing to do says where actions come from', async () => {
  show('/acties', { ActionsPage: listOf() });
  await expect.element(page.getByRole('heading', { name: 'Je hebt geen open acties' })).toBeVisible();
  await expectAccessiblePage();
});

test('how promises are kept, those who let others wait first', async () => {
  const figures = (name: string, late: number) => ({
    __typename: 'PromiseFigures' as const,
    organisation: { __typename: 'Organisation' as const, id: name, name },
    kept: 3,
    keptLate: 1,
    late,
    open: 2,
  });
  show('/acties?weergave=open&tafel=west-overijssel', {
    ActionsPage: listOf(action),
    Promises: answer<PromisesQuery>({
      __typename: 'Query',
      table: {
        __typename: 'AccelerationTable',
        id: 'AccelerationTable_w',
        promises: [figures('Gemeente Kampen', 0), figures('Gemeente Deventer', 2)],
      },
    }),
  });
  const table = page.getByRole('table', { name: 'Afspraken per organisatie' });
  await expect.element(table.getByRole('row').nth(1).getByText('Gemeente Deventer')).toBeVisible();
  await expect.element(table.getByRole('row').nth(2).getByText('Gemeente Kampen')).toBeVisible();
  await expectAccessiblePage();
});
