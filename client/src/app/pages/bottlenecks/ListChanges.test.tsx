import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  BoardColumnQuery,
  BoardCountsQuery,
  ChangeBottlenecksMutation,
  EditBottleneckViewMutation,
  HandOverMutation,
  PersonPickerQuery,
  RemoveBottleneckViewMutation,
  SaveBottleneckViewMutation,
  StartBottleneckMutation,
  UndoBulkChangeMutation,
} from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { caseOf, showList, viewOf, viewsOf } from '../../testing/list-answers.ts';
import { answer, type ShownApp } from '../../testing/render-app.tsx';

type Change = ChangeBottlenecksMutation['changeBottlenecks'];

const changed = (of: Partial<Change>): object =>
  answer<ChangeBottlenecksMutation>({
    __typename: 'Mutation',
    changeBottlenecks: {
      __typename: 'BulkChangePayload',
      bulkChangeId: null,
      changed: [],
      refused: [],
      problems: [],
      ...of,
    } as never,
  });
const people = answer<PersonPickerQuery>({
  __typename: 'Query',
  people: {
    __typename: 'PersonConnection',
    edges: [
      {
        __typename: 'PersonEdge',
        cursor: 'p2',
        node: {
          __typename: 'Person',
          id: 'p2',
          name: 'Projectleider Raalte',
          organisation: { __typename: 'Organisation', id: 'o2', name: 'Gemeente Raalte' },
        },
      },
    ],
  },
});
const inputs = ({ asked }: ShownApp, operation: string): unknown[] =>
  asked.filter(({ name }) => name === operation).map(({ variables }) => variables['input']);

test('e changes the owner of the selected; what may not be changed is listed with why before anything changes', async () => {
  const undone = answer<UndoBulkChangeMutation>({
    __typename: 'Mutation',
    undoBulkChange: {
      __typename: 'BulkChangePayload',
      bulkChangeId: null,
      changed: [],
      refused: [],
      problems: [],
    } as never,
  });
  const shown = showList('/knelpunten', {
    PersonPicker: people,
    UndoBulkChange: undone,
    ChangeBottlenecks: ({ input }) =>
      (input as { allowedOnly: boolean }).allowedOnly
        ? changed({ bulkChangeId: 'bulk', changed: [caseOf(1) as never] })
        : changed({
            refused: [
              {
                __typename: 'BulkRefusal',
                code: 'FORBIDDEN',
                reason: 'De eigenaar wijzigen kan alleen de tafel.',
                bottleneck: { __typename: 'Bottleneck', id: 'b2', number: 'KP-2026-002', title: 'Bodem 2' },
              } as never,
            ],
          }),
  });
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  await userEvent.keyboard('jxjx');
  await userEvent.keyboard('e');
  const dialog = page.getByRole('dialog', { name: 'Wie wordt eigenaar?' });
  await dialog.getByRole('button', { name: 'Wijzig 2 knelpunten' }).click();
  await expect.element(dialog.getByText('Kies iemand.')).toBeVisible();
  await dialog.getByRole('combobox', { name: /Eigenaar/ }).fill('Raalte');
  await page.getByRole('option', { name: /Projectleider Raalte/ }).click();
  await dialog.getByRole('button', { name: 'Wijzig 2 knelpunten' }).click();
  const refusal = page.getByRole('dialog', { name: '1 knelpunt kan dit niet' });
  await expect.element(refusal.getByText('De eigenaar wijzigen kan alleen de tafel.')).toBeVisible();
  await expectAccessiblePage();
  await refusal.getByRole('button', { name: 'Wijzig de andere' }).click();
  await expect.element(page.getByText('1 knelpunt gewijzigd')).toBeVisible();
  expect(inputs(shown, 'ChangeBottlenecks').at(-1)).toEqual({
    bottlenecks: [
      { bottleneckId: 'b1', expectedVersion: 3 },
      { bottleneckId: 'b2', expectedVersion: 3 },
    ],
    change: { ownerId: 'p2' },
    allowedOnly: true,
  });
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('Teruggedraaid', { exact: true })).toBeVisible();
  expect(inputs(shown, 'UndoBulkChange')).toEqual([{ bulkChangeId: 'bulk' }]);
});

test('without a selection a key changes the row it stands on, and a refusal is said at its field', async () => {
  const shown = showList('/knelpunten', {
    ChangeBottlenecks: changed({
      problems: [
        {
          __typename: 'FieldProblem',
          code: 'REQUIRED',
          message: 'Schrijf waarom het wacht.',
          path: ['change', 'reason'],
        } as never,
      ],
    }),
  });
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  await userEvent.keyboard('js');
  const dialog = page.getByRole('dialog', { name: 'Welke stap?' });
  await dialog.getByRole('radio', { name: 'Neem in voorportaal' }).click();
  await dialog.getByRole('button', { name: 'Wijzig 1 knelpunt' }).click();
  await expect.poll(() => inputs(shown, 'ChangeBottlenecks')).toHaveLength(1);
  expect(inputs(shown, 'ChangeBottlenecks')[0]).toMatchObject({ change: { verb: 'TRIAGE' } });
  await dialog.getByRole('radio', { name: 'Trek in' }).click();
  await dialog.getByRole('button', { name: 'Wijzig 1 knelpunt' }).click();
  await expect.element(dialog.getByText('Schrijf waarom het wacht.')).toBeVisible();
});

test('a list is saved as a view under a name, and shared with the table', async () => {
  const mine = viewOf('v1', 'Stikstof', 'thema=STIKSTOF');
  let views: ReturnType<typeof viewOf>[] = [];
  const shown = showList('/knelpunten?thema=STIKSTOF', {
    BottleneckViews: () => viewsOf(views),
    SaveBottleneckView: () => {
      views = [mine];
      return answer<SaveBottleneckViewMutation>({
        __typename: 'Mutation',
        saveBottleneckView: { __typename: 'BottleneckViewPayload', view: mine, problems: [] },
      });
    },
  });
  await page.getByRole('button', { name: 'Bewaar weergave' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bewaar deze weergave' });
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(dialog.getByText('Geef de weergave een naam.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /Naam/ }).fill('Stikstof');
  await dialog.getByRole('checkbox', { name: /Deel met West-Overijssel/ }).click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByRole('link', { name: 'Stikstof 4' })).toHaveAttribute('aria-current', 'page');
  expect(inputs(shown, 'SaveBottleneckView')).toEqual([
    {
      name: 'Stikstof',
      search: 'thema=STIKSTOF',
      list: {
        filter: { open: true, tableId: 'west', themeCodes: ['STIKSTOF'] },
        orderBy: 'DUE_ON',
        layout: 'TABLE',
      },
      tableId: 'west',
    },
  ]);
});

test('a view that was changed is saved again; taken away it comes back with one press', async () => {
  const mine = viewOf('v1', 'Stikstof', 'thema=STIKSTOF');
  let views = [mine];
  const shown = showList('/knelpunten?thema=STIKSTOF&groep=&volgorde=woningen&bewaard=v1', {
    BottleneckViews: () => viewsOf(views),
    EditBottleneckView: () => {
      views = [{ ...mine, search: 'thema=STIKSTOF&volgorde=woningen', version: 2 }];
      return answer<EditBottleneckViewMutation>({
        __typename: 'Mutation',
        editBottleneckView: { __typename: 'BottleneckViewPayload', view: views[0] ?? null, problems: [] },
      });
    },
    RemoveBottleneckView: () => {
      views = [];
      return answer<RemoveBottleneckViewMutation>({
        __typename: 'Mutation',
        removeBottleneckView: { __typename: 'BottleneckViewPayload', view: null, problems: [] },
      });
    },
    SaveBottleneckView: () => {
      views = [viewOf('v2', 'Stikstof', 'thema=STIKSTOF&volgorde=woningen')];
      return answer<SaveBottleneckViewMutation>({
        __typename: 'Mutation',
        saveBottleneckView: { __typename: 'BottleneckViewPayload', view: views[0] ?? null, problems: [] },
      });
    },
  });
  await page.getByRole('button', { name: 'Gewijzigd, bewaar' }).click();
  await expect.element(page.getByText('Weergave Stikstof bewaard')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Gewijzigd, bewaar' })).not.toBeInTheDocument();
  expect(inputs(shown, 'EditBottleneckView')[0]).toMatchObject({ search: 'thema=STIKSTOF&volgorde=woningen' });
  await page.getByRole('button', { name: 'Weergave Stikstof' }).click();
  await page.getByRole('menuitem', { name: 'Haal weg' }).click();
  await expect.element(page.getByText('Weergave Stikstof weggehaald')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Stikstof 4' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByRole('link', { name: 'Stikstof 4' })).toHaveAttribute('aria-current', 'page');
});

/** A card, with the steps that this viewer may take on it. */
const cardOf = (n: number, state: string, allowed: string[]) => ({
  ...caseOf(n),
  state,
  stateSince: '2026-11-01T09:00:00Z',
  ask: '',
  constructionStart: null,
  overdue: false,
  resolution: '',
  holdReason: null,
  returnOn: null,
  referredTo: null,
  proposedResolution: '',
  projects: [],
  themes: [{ __typename: 'Theme', id: 't', code: 'WATER' }],
  heldBy: {
    __typename: 'AccelerationTable',
    id: 'west',
    shortName: 'West-Overijssel',
    level: 'REGIONAL',
    parent: null,
  },
  viewerCan: ['TRIAGE', 'START', 'HOLD', 'WITHDRAW'].map((verb) => ({
    __typename: 'Ability',
    verb,
    allowed: allowed.includes(verb),
    reason: allowed.includes(verb) ? null : 'Dat doet de secretaris.',
  })),
});
const board = (moved: () => boolean) => ({
  BoardCounts: () =>
    answer<BoardCountsQuery>({
      __typename: 'Query',
      bottleneckGroups: [
        { __typename: 'BottleneckGroupCount', value: moved() ? 'IN_PROGRESS' : 'TRIAGE', count: 1, homes: 85 },
      ],
    }),
  BoardColumn: ({ filter }: Record<string, unknown>) => {
    const [state] = (filter as { states: string[] }).states;
    const here = state === (moved() ? 'IN_PROGRESS' : 'TRIAGE');
    return answer<BoardColumnQuery>({
      __typename: 'Query',
      bottlenecks: {
        __typename: 'BottleneckConnection',
        totalCount: here ? 1 : 0,
        edges: here
          ? [{ __typename: 'BottleneckEdge', cursor: 'b1', node: cardOf(1, state ?? '', ['START']) as never }]
          : [],
      },
    });
  },
});

test('on the board a case travels by its menu; a step that is another’s says whose', async () => {
  let moved = false;
  const shown = showList('/knelpunten?vorm=bord', {
    ...board(() => moved),
    StartBottleneck: () => {
      moved = true;
      return answer<StartBottleneckMutation>({
        __typename: 'Mutation',
        startBottleneck: {
          __typename: 'BottleneckPayload',
          bottleneck: { ...cardOf(1, 'IN_PROGRESS', []), version: 4 },
          problems: [],
        },
      } as never);
    },
  });
  const column = page.getByRole('region', { name: /In voorportaal 1/ });
  await expect.element(column.getByText(/KP-2026-001/)).toBeVisible();
  await expectAccessiblePage();
  await userEvent.keyboard('j');
  await userEvent.keyboard('s');
  await expect.element(page.getByRole('menuitem', { name: /Houd aan.*Dat doet de secretaris/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Neem in behandeling' }).click();
  await expect.element(page.getByText('KP-2026-001 in behandeling')).toBeVisible();
  expect(inputs(shown, 'StartBottleneck')).toEqual([{ bottleneckId: 'b1', expectedVersion: 3 }]);
});

test('b turns the table into a board and back, and a phone shows one column', async () => {
  const { router } = showList(
    '/knelpunten',
    board(() => false),
  );
  await expect.element(page.getByText('KP-2026-001')).toBeVisible();
  await userEvent.keyboard('b');
  await expect.poll(() => router.state.location.search).toEqual({ vorm: 'bord' });
  await expect.element(page.getByRole('heading', { name: /Ingediend/ })).toBeVisible();
  await page.viewport(390, 800);
  await expect.element(page.getByRole('heading', { name: /In voorportaal/ })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /Ingediend/ })).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: /Staat/ }).selectOptions('SUBMITTED');
  await expect.element(page.getByRole('heading', { name: /Ingediend/ })).toBeVisible();
  await page.viewport(1280, 800);
  await userEvent.keyboard('b');
  await expect.poll(() => router.state.location.search).toEqual({});
});

test('work is handed over in one go, with how much it was', async () => {
  const shown = showList('/knelpunten', {
    PersonPicker: people,
    HandOver: answer<HandOverMutation>({
      __typename: 'Mutation',
      handOver: {
        __typename: 'HandOverPayload',
        bottleneckCount: 3,
        actionCount: 1,
        handOverId: null,
        problems: [
          {
            __typename: 'FieldProblem',
            code: 'SAME_PERSON',
            message: 'Dat is dezelfde persoon. Kies een ander.',
            path: ['toPersonId'],
          },
        ],
      },
    } as never),
  });
  await page.getByRole('button', { name: 'Meer met deze lijst' }).click();
  await page.getByRole('menuitem', { name: 'Draag werk over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wiens werk gaat naar wie?' });
  for (const label of ['Van', 'Naar']) {
    await dialog.getByRole('combobox', { name: label }).fill('Raalte');
    await page.getByRole('option', { name: /Projectleider Raalte/ }).click();
  }
  await dialog.getByRole('button', { name: 'Draag over' }).click();
  await expect.element(dialog.getByText('Dat is dezelfde persoon. Kies een ander.')).toBeVisible();
  expect(inputs(shown, 'HandOver')).toEqual([{ fromPersonId: 'p2', toPersonId: 'p2' }]);
});
