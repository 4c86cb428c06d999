import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  EditBottleneckMutation,
  StartBottleneckMutation,
  UndoTransitionMutation,
} from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer } from '../../testing/render-app.tsx';
import { dayIn, person, reason, able, soil, pageOf, showCase, type Case } from './show-case.fixture.tsx';

const started = (state: 'IN_PROGRESS' | 'SCHEDULED', version: number) => ({
  __typename: 'BottleneckPayload' as const,
  problems: [],
  draftedNote: null,
  bottleneck: { ...soil, state, version },
});

test('the question stands first, then where it is, who does what, and what happened in words', async () => {
  showCase();
  await expect.element(page.getByText('Gevraagd van de regionale versnellingstafel West-Overijssel')).toBeVisible();
  await expect.element(page.getByText('Stem in met een gesloten grondbalans.')).toBeVisible();
  await expect.element(page.getByText('over 15 dagen').first()).toBeVisible();
  const log = page.getByRole('list', { name: 'Tijdlijn' });
  await expect.element(log.getByText('resultaat: nog niet bekend')).toBeVisible();
  await expect
    .element(log.getByRole('link', { name: 'Water en bodem sturend' }))
    .toHaveAttribute('href', '/kennis/water');
  await expect.element(log.getByText(/internalField/)).not.toBeInTheDocument();
  await expectAccessiblePage();
});

test('steps come from what one may do: likely ones as buttons, the rest in the menu, refused ones with the reason', async () => {
  showCase();
  await expect.element(page.getByRole('button', { name: 'Neem in behandeling' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Los op' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Trek in' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Meer stappen' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Trek in' })).toBeVisible();
  await expect
    .element(page.getByRole('menuitem', { name: new RegExp(reason) }).first())
    .toHaveAttribute('aria-disabled', 'true');
});

test('who may do nothing here reads what the next step is and whose it is', async () => {
  showCase({ BottleneckPage: pageOf({ viewerCan: able() }) }, false);
  const next = page.getByRole('button', { name: 'Neem in behandeling' });
  await expect.element(next).toHaveAttribute('aria-disabled', 'true');
  await expect.element(next).toHaveAccessibleDescription(reason);
  await expect.element(page.getByRole('button', { name: /Bewerk/ })).not.toBeInTheDocument();
});

test('a step shows at once and can be taken back', async () => {
  const { asked } = showCase({
    StartBottleneck: answer<StartBottleneckMutation>({
      __typename: 'Mutation',
      startBottleneck: started('IN_PROGRESS', 5),
    } as never),
    UndoTransition: answer<UndoTransitionMutation>({
      __typename: 'Mutation',
      undoTransition: started('SCHEDULED', 6),
    } as never),
  });
  await page.getByRole('button', { name: 'Neem in behandeling' }).click();
  await expect.element(page.getByText('In behandeling').first()).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('KP-2026-013: stap teruggedraaid')).toBeVisible();
  await expect.element(page.getByText('Geagendeerd').first()).toBeVisible();
  expect(asked.find(({ name }) => name === 'UndoTransition')?.variables['input']).toEqual({
    bottleneckId: 'b13',
    expectedVersion: 5,
  });
});

test('somebody was faster: both texts stand beside each other, and what I choose is kept', async () => {
  const theirs = { ...soil, version: 5, ask: 'Stem in met een gronddepot.' };
  const { asked } = showCase({
    EditBottleneck: ({ input }) =>
      answer<EditBottleneckMutation>({
        __typename: 'Mutation',
        editBottleneck:
          (input as { expectedVersion: number }).expectedVersion === 4
            ? {
                __typename: 'BottleneckPayload',
                bottleneck: null,
                problems: [
                  {
                    __typename: 'ConflictProblem',
                    code: 'CONFLICT',
                    message: 'Iemand was sneller.',
                    path: ['input'],
                    currentVersion: 5,
                    changedAt: '2026-11-25T09:00:00Z',
                    changedBy: person('s', 'Secretaris tafel West'),
                    current: theirs,
                  },
                ],
              }
            : { __typename: 'BottleneckPayload', bottleneck: { ...theirs, version: 6 }, problems: [] },
      } as never),
  });
  await page.getByRole('button', { name: 'Bewerk', exact: true }).click();
  await page.getByRole('textbox', { name: /Wat wordt er gevraagd/ }).fill('Stem in met een gesloten balans in 2027.');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText(/Secretaris tafel West wijzigde/)).toBeVisible();
  await expect.element(dialog.getByRole('radio', { name: /Jouw tekst/ })).toBeChecked();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Bewaar deze keuze' }).click();
  await expect.element(page.getByText('KP-2026-013 bijgewerkt')).toBeVisible();
  expect(asked.findLast(({ name }) => name === 'EditBottleneck')?.variables['input']).toEqual({
    bottleneckId: 'b13',
    expectedVersion: 5,
    ask: 'Stem in met een gesloten balans in 2027.',
  });
});

test('what another does appears without a reload, and is said', async () => {
  let known: Partial<Case> = {};
  const { open, sinks } = showCase({ BottleneckPage: () => pageOf(known) });
  await expect.element(page.getByText('Geagendeerd').first()).toBeVisible();
  open();
  known = { state: 'ON_HOLD', version: 5 };
  sinks.get('table')?.frame({
    kind: 'event',
    cursor: 'c2',
    event: {
      id: 'e2',
      type: 'BOTTLENECK_HELD',
      occurredAt: new Date().toISOString(),
      actor: { id: 's', name: 'Secretaris tafel West' },
      subjects: [{ __typename: 'Bottleneck', id: 'b13' }],
    },
  });
  await expect.element(page.getByText('Aangehouden').first()).toBeVisible();
  await expect.element(page.getByText('Dit knelpunt is zojuist bijgewerkt')).toBeInTheDocument();
});

test('a closed case has no deadline any more, and its homes wait no longer', async () => {
  showCase({
    BottleneckPage: pageOf({
      state: 'RESOLVED',
      resolution: 'Het waterschap zit aan bij de eerste schets.',
      dueOn: dayIn(-300),
      overdue: true,
      resolvedOn: dayIn(-310),
    }),
  });
  await expect.element(page.getByText('Waren geblokkeerd')).toBeVisible();
  await expect
    .element(page.getByRole('region', { name: 'Projecten en woningen' }).getByText(/van 85 wachtten hierop/))
    .toBeVisible();
  await expect.element(page.getByText(/te laat/)).not.toBeInTheDocument();
});

test('the key e opens who does what', async () => {
  showCase();
  await expect.element(page.getByRole('heading', { name: 'Wie doet wat', exact: true })).toBeVisible();
  await userEvent.keyboard('e');
  await expect
    .element(page.getByRole('dialog').getByRole('textbox', { name: /Volgende stap/ }))
    .toHaveValue(soil.nextStep);
});

test('not there and not yours read the same, in the page and in the tab', async () => {
  showCase({ BottleneckPage: pageOf(null) });
  await expect.element(page.getByRole('heading', { name: 'Dit is er niet voor jou' })).toBeVisible();
  await expect.poll(() => document.title).toBe('Niet gevonden · Versnellingstafel');
  await expect.element(page.getByRole('link', { name: 'Naar de knelpunten' })).toBeVisible();
});
