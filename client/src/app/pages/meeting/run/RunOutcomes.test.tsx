import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  AddOutcomeMutation,
  DraftNoteFromOutcomeMutation,
  EditOutcomeMutation,
  PersonPickerQuery,
  WithdrawOutcomeMutation,
} from '../../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import { answer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';
import { outcome, programme, promise, runAnswer, showRun } from './run-fixture.ts';

type Recorded = ReturnType<typeof outcome>;

const fifth = programme()[4]!;
const before = fifth.outcomes as unknown as Recorded[];

const payload = (made: Recorded, all: readonly Recorded[]) => ({
  __typename: 'OutcomePayload',
  outcome: made,
  item: { __typename: 'AgendaItem', id: 'i5', outcomes: all },
  problems: [],
});

/** A server that records what it is sent. */
function recording(): Answers {
  let all = [...before];
  return {
    AddOutcome: (variables) => {
      const { input } = variables as {
        input: { kind: string; text?: string; action?: { what: string; dueOn: string } };
      };
      const made = input.action
        ? promise(`new${all.length}`, input.action.what, 'Secretaris', input.action.dueOn)
        : outcome(`new${all.length}`, input.kind, input.text ?? fifth.proposedDecision);
      all = [...all, made];
      return answer<AddOutcomeMutation>({
        __typename: 'Mutation',
        addOutcome: payload(made, all),
      } as unknown as AddOutcomeMutation);
    },
    EditOutcome: (variables) => {
      const { input } = variables as { input: { outcomeId: string; text: string } };
      const made = { ...all.find(({ id }) => id === input.outcomeId)!, text: input.text, version: 2 };
      all = all.map((one) => (one.id === made.id ? made : one));
      return answer<EditOutcomeMutation>({
        __typename: 'Mutation',
        editOutcome: payload(made, all),
      } as unknown as EditOutcomeMutation);
    },
    WithdrawOutcome: (variables) => {
      const { input } = variables as { input: { outcomeId: string } };
      const gone = all.find(({ id }) => id === input.outcomeId)!;
      all = all.filter(({ id }) => id !== input.outcomeId);
      return answer<WithdrawOutcomeMutation>({
        __typename: 'Mutation',
        withdrawOutcome: payload(gone, all),
      } as unknown as WithdrawOutcomeMutation);
    },
    PersonPicker: answer<PersonPickerQuery>({
      __typename: 'Query',
      people: {
        __typename: 'PersonConnection',
        edges: [
          {
            __typename: 'PersonEdge',
            cursor: '1',
            node: {
              __typename: 'Person',
              id: 'sec',
              name: 'Secretaris tafel West',
              organisation: { __typename: 'Organisation', id: 'po', name: 'Provincie Overijssel' },
            },
          },
        ],
      },
    }),
  };
}

const sent = ({ asked }: ShownApp, name = 'AddOutcome'): unknown[] =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);
const key = (name: string | RegExp) => page.getByRole('button', { name });
const recorded = page.getByRole('region', { name: 'Vastgelegd bij dit punt' });
/** Puts the focus on the first key: in the block. */
const enterBlock = async (): Promise<void> => {
  await expect.element(key(/^B Besluit aangenomen/)).toBeVisible();
  key(/^B Besluit aangenomen/)
    .element()
    .focus();
};

test('a letter records only with the focus inside the block', async () => {
  const app = await showRun(recording());
  await expect.element(page.getByRole('heading', { level: 1, name: /^Escalatie/ })).toBeVisible();
  await userEvent.keyboard('b');
  await userEvent.keyboard('i');
  expect(sent(app)).toEqual([]);
  await enterBlock();
  await userEvent.keyboard('b');
  await expect.element(page.getByText('Besluit aangenomen').last()).toBeVisible();
  await expect.poll(() => sent(app)).toEqual([{ itemId: 'i5', kind: 'DECISION' }]);
});

test('letters that are switched off do nothing; the buttons still do', async () => {
  localStorage.setItem('single-keys', 'off');
  const app = await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('i');
  expect(sent(app)).toEqual([]);
  await key(/^I Ter kennis/).click();
  await expect.poll(() => sent(app)).toEqual([{ itemId: 'i5', kind: 'INFORMED' }]);
});

test('a decision is recorded once: then both of its keys say why not', async () => {
  const app = await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('b');
  await expect.element(key(/^B Besluit aangenomen/)).toHaveAccessibleDescription('er ligt al een besluit');
  await userEvent.keyboard('bw');
  expect(sent(app)).toHaveLength(1);
  await expect.element(page.getByRole('textbox', { name: /^Het besluit zoals/ })).not.toBeInTheDocument();
});

test('amending starts from the proposal, and Esc gives the focus back to its key', async () => {
  const app = await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('w');
  const field = page.getByRole('textbox', { name: 'Het besluit zoals het is aangenomen' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue(fifth.proposedDecision);
  await expect.element(page.getByText('Dit is het voorstel zelf; daarvoor is B.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(key(/^W Gewijzigd aannemen/)).toHaveFocus();
  await userEvent.keyboard('w');
  await field.fill('Alleen Leikade gaat door');
  await page.getByRole('button', { name: 'Neem gewijzigd aan' }).click();
  await expect.element(recorded.getByText('Alleen Leikade gaat door')).toBeVisible();
  expect(sent(app)).toEqual([{ itemId: 'i5', kind: 'AMENDED_DECISION', text: 'Alleen Leikade gaat door' }]);
});

test('Enter adds an action and stays for the next, with owner and day', async () => {
  const app = await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('a');
  const what = page.getByRole('textbox', { name: 'Wat gebeurt er?' });
  await expect.element(what).toHaveFocus();
  await expectAccessiblePage();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Schrijf op wat er gebeurt.')).toBeVisible();
  await expect.element(page.getByText('Kies wie het doet.')).toBeVisible();
  await what.fill('Netbeheerder bellen');
  await page.getByRole('combobox', { name: 'Wie doet het?' }).fill('secr');
  await page.getByRole('option', { name: /Secretaris tafel West/ }).click();
  await page.getByRole('button', { name: /volgende tafel/ }).click();
  await what.click();
  await userEvent.keyboard('{Enter}');
  await expect.element(recorded.getByText('Netbeheerder bellen')).toBeVisible();
  await expect.element(what).toHaveValue('');
  await expect.element(what).toHaveFocus();
  await userEvent.keyboard('Planning delen{Enter}');
  await expect.element(recorded.getByText('Planning delen')).toBeVisible();
  const action = { ownerId: 'sec', dueOn: '2027-01-14', bottleneckId: 'b2' };
  expect(sent(app)).toEqual([
    { itemId: 'i5', kind: 'ACTION', action: { ...action, what: 'Netbeheerder bellen' } },
    { itemId: 'i5', kind: 'ACTION', action: { ...action, what: 'Planning delen' } },
  ]);
});

test('an action that was being typed is still there after a reload', async () => {
  await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('a');
  await page.getByRole('textbox', { name: 'Wat gebeurt er?' }).fill('Halve zin');
  await expect.poll(() => localStorage.getItem('draft:action:me:i5')).toBe('"Halve zin"');
  await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('a');
  await expect.element(page.getByRole('textbox', { name: 'Wat gebeurt er?' })).toHaveValue('Halve zin');
});

test('a refusal of the server stands in the form, and nothing that was typed is gone', async () => {
  await showRun({
    ...recording(),
    AddOutcome: answer<AddOutcomeMutation>({
      __typename: 'Mutation',
      addOutcome: {
        __typename: 'OutcomePayload',
        outcome: null,
        item: null,
        problems: [
          { __typename: 'FieldProblem', code: 'TOO_LONG', message: 'Dat besluit is te lang.', path: ['input', 'text'] },
        ],
      },
    } as unknown as AddOutcomeMutation),
  });
  await enterBlock();
  await userEvent.keyboard('w');
  const field = page.getByRole('textbox', { name: 'Het besluit zoals het is aangenomen' });
  await field.fill('Heel veel');
  await page.getByRole('button', { name: 'Neem gewijzigd aan' }).click();
  await expect.element(page.getByText('Dat besluit is te lang.')).toBeVisible();
  await expect.element(field).toHaveValue('Heel veel');
});

test('what was recorded can be taken back, and had back', async () => {
  const app = await showRun(recording());
  await recorded.getByRole('button', { name: 'Trek in: Belastingprofiel aanleveren' }).click();
  await expect.element(recorded.getByText('Belastingprofiel aanleveren')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(recorded.getByText('Belastingprofiel aanleveren')).toBeVisible();
  expect(sent(app, 'WithdrawOutcome')).toEqual([{ outcomeId: 'u7', expectedVersion: 1 }]);
  expect(sent(app)).toEqual([
    {
      itemId: 'i5',
      kind: 'ACTION',
      action: { what: 'Belastingprofiel aanleveren', ownerId: 'Projectleider Deventer', dueOn: '2026-12-17' },
    },
  ]);
});

test('its words can be bettered', async () => {
  const app = await showRun(recording());
  await enterBlock();
  await userEvent.keyboard('b');
  await recorded.getByRole('button', { name: /^Wijzig De tafel stuurt/ }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Tekst' }).fill('De tafel stuurt Leikade door');
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(recorded.getByText('De tafel stuurt Leikade door')).toBeVisible();
  expect(sent(app, 'EditOutcome')).toEqual([
    { outcomeId: 'new2', expectedVersion: 1, text: 'De tafel stuurt Leikade door' },
  ]);
});

test('the key K opens the cases of the item with their steps', async () => {
  await showRun({ ...recording(), BottleneckPicker: { __typename: 'Query', mine: { edges: [] }, all: { edges: [] } } });
  await enterBlock();
  await userEvent.keyboard('k');
  await expect.element(page.getByRole('heading', { level: 2, name: /Geen zicht op stroom/ })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Knelpunt' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('heading', { level: 2, name: /Geen zicht op stroom/ })).not.toBeInTheDocument();
});

test('without a proposal there is nothing to adopt, and W writes the decision', async () => {
  const items = programme().map((item) => (item.id === 'i5' ? { ...item, proposedDecision: '' } : item));
  const app = await showRun({ ...recording(), RunView: runAnswer({ items }) });
  await enterBlock();
  await expect.element(key(/^B Besluit aangenomen/)).toHaveAccessibleDescription('er is niets voorgesteld, gebruik W');
  await userEvent.keyboard('b');
  await userEvent.keyboard('w');
  await page.getByRole('textbox', { name: 'Wat heeft de tafel besloten?' }).fill('Akkoord');
  await page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await expect.poll(() => sent(app)).toEqual([{ itemId: 'i5', kind: 'DECISION', text: 'Akkoord' }]);
});

const decided = (more: object = {}) =>
  outcome('d1', 'DECISION', 'Eén kabel', {
    number: 'B-2026-014',
    cases: [
      { __typename: 'Bottleneck', id: 'b1', number: 'KP-2026-001', title: 'Leikade', confidentiality: 'PUBLIC' },
      { __typename: 'Bottleneck', id: 'b2', number: 'KP-2026-002', title: 'Woldpoort', confidentiality: 'REGIONAL' },
    ],
    viewerCan: [{ __typename: 'Ability', verb: 'DRAFT_NOTE', allowed: true, reason: null }],
    ...more,
  });
const withDecision = (made: Recorded) => {
  const items = programme();
  items[4] = { ...items[4]!, outcomes: [made] as never };
  return runAnswer({ items });
};

test('a decision about cases becomes a note: which case is asked, and the outcome points at it', async () => {
  const note = { __typename: 'KnowledgeNote', id: 'n9', slug: 'leikade', title: 'Leikade', status: 'DRAFT' };
  const app = await showRun({
    RunView: withDecision(decided()),
    DraftNoteFromOutcome: answer<DraftNoteFromOutcomeMutation>({
      __typename: 'Mutation',
      draftNoteFromOutcome: {
        __typename: 'OutcomePayload',
        problems: [],
        outcome: { __typename: 'AgendaOutcome', id: 'd1', version: 2, note },
      },
    } as never),
  });
  await recorded.getByRole('button', { name: /^Maak er een notitie van/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Wat zou de volgende helpen/ }).fill('Vraag het vroeg.');
  await dialog.getByRole('button', { name: 'Maak een conceptnotitie' }).click();
  await expect.element(dialog.getByText('Kies een knelpunt.')).toBeVisible();
  expect(sent(app, 'DraftNoteFromOutcome')).toEqual([]);
  await dialog.getByRole('radio', { name: /KP-2026-002/ }).click();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Maak een conceptnotitie' }).click();
  await expect.element(page.getByText('B-2026-014: conceptnotitie gemaakt')).toBeVisible();
  expect(sent(app, 'DraftNoteFromOutcome')).toEqual([
    { outcomeId: 'd1', expectedVersion: 1, lesson: 'Vraag het vroeg.', bottleneckId: 'b2' },
  ]);
  await expect
    .element(recorded.getByRole('link', { name: 'Notitie: Leikade' }))
    .toHaveAttribute('href', '/kennis/leikade');
});

test('who may not, and a decision about no case, gets no such button', async () => {
  await showRun({ RunView: withDecision(decided({ viewerCan: [] })) });
  await expect.element(recorded.getByText('Eén kabel')).toBeVisible();
  await expect.element(recorded.getByRole('button', { name: /^Maak er een notitie van/ })).not.toBeInTheDocument();
});
