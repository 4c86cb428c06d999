import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  BottleneckPageQuery,
  EditBottleneckMutation,
  StartBottleneckMutation,
  UndoTransitionMutation,
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

type Case = NonNullable<Parameters<typeof answer<BottleneckPageQuery>>[0]['bottleneck']>;

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name, jobTitle: 'Rol' });
const west = {
  __typename: 'AccelerationTable' as const,
  id: 'west',
  slug: 'west-overijssel',
  name: 'Regionale versnellingstafel West-Overijssel',
  shortName: 'West-Overijssel',
  level: 'REGIONAL' as const,
  parent: { __typename: 'AccelerationTable' as const, id: 'prov', shortName: 'Provinciaal' },
};
const reason = 'Dat kan de secretaris van de tafel.';
const able = (...verbs: string[]) =>
  ['START', 'RESOLVE', 'HOLD', 'WITHDRAW', 'EDIT', 'ASSIGN', 'SET_CONFIDENTIALITY', 'LINK_NOTE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: verbs.includes(verb),
    reason: verbs.includes(verb) ? null : reason,
  }));

const soil: Case = {
  __typename: 'Bottleneck',
  id: 'b13',
  number: 'KP-2026-013',
  version: 4,
  title: 'Diffuse bodemverontreiniging maakt grondverzet onbetaalbaar',
  description: 'De meerkosten zijn niet in de grondexploitatie opgenomen.',
  triedSoFar: 'Afzet bij een grondbank: geweigerd.',
  ask: 'Stem in met een gesloten grondbalans.',
  proposedResolution: '',
  resolution: '',
  decisionBy: dayIn(15),
  constructionStart: null,
  state: 'SCHEDULED',
  stateSince: '2026-11-23T13:00:00Z',
  solvableAt: 'REGIONAL',
  heldBy: west,
  municipality: { __typename: 'Municipality', id: 'm', name: 'Zwartewaterland' },
  themes: [{ __typename: 'Theme', id: 't', code: 'WATER', name: 'Water en bodem' }],
  filer: person('me', 'Projectleider Zwartewaterland'),
  owner: person('me', 'Projectleider Zwartewaterland'),
  lead: null,
  civilOwner: null,
  politicalOwner: null,
  dueOn: dayIn(15),
  overdue: false,
  nextStep: 'Voorstel op de volgende tafel',
  holdReason: null,
  returnOn: null,
  referredTo: null,
  filedOn: '2026-09-08',
  resolvedOn: null,
  homesBlocked: 85,
  confidentiality: 'REGIONAL',
  sharedWith: [],
  excluded: [],
  projects: [
    {
      __typename: 'ProjectImpact',
      homesBlocked: 85,
      project: {
        __typename: 'Project',
        id: 'p1',
        name: 'Buitenkwartier',
        homes: 85,
        keyProject: 'DEMO',
        municipality: { __typename: 'Municipality', id: 'm', name: 'Zwartewaterland' },
      },
    },
  ],
  escalations: [],
  applications: [],
  agendaItems: [],
  similar: { __typename: 'Similar', bottlenecks: [] },
  timeline: {
    __typename: 'EventConnection',
    edges: [
      {
        __typename: 'EventEdge',
        cursor: 'e1',
        node: {
          __typename: 'Event',
          id: 'e1',
          type: 'NOTE_APPLIED',
          occurredAt: '2026-09-11T09:11:00Z',
          remark: null,
          actor: person('me', 'Projectleider Zwartewaterland'),
          changes: [
            { __typename: 'FieldChange', field: 'result', before: null, after: 'NOT_YET' },
            { __typename: 'FieldChange', field: 'internalField', before: null, after: 'x' },
          ],
          subjects: [
            { __typename: 'Bottleneck', id: 'b13' },
            { __typename: 'KnowledgeNote', id: 'n1', slug: 'water', title: 'Water en bodem sturend' },
          ],
        },
      },
    ],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'e1' },
  },
  viewerCan: able('START', 'RESOLVE', 'WITHDRAW', 'EDIT', 'ASSIGN'),
};

const pageOf = (more: Partial<Case> | null = {}): object =>
  answer<BottleneckPageQuery>({ __typename: 'Query', bottleneck: more && { ...soil, ...more } });

const show = (answers: Answers = {}, atTable = true): ShownApp =>
  renderApp('/knelpunten/KP-2026-013', {
    Viewer: viewerAnswer({ atTable }),
    ShellCounts: countsAnswer(2),
    BottleneckPage: pageOf(),
    ...answers,
  });

const started = (state: 'IN_PROGRESS' | 'SCHEDULED', version: number) => ({
  __typename: 'BottleneckPayload' as const,
  problems: [],
  bottleneck: { ...soil, state, version },
});

test('the question stands first, then where it is, who does what, and what happened in words', async () => {
  show();
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
  show();
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
  show({ BottleneckPage: pageOf({ viewerCan: able() }) }, false);
  const next = page.getByRole('button', { name: 'Neem in behandeling' });
  await expect.element(next).toHaveAttribute('aria-disabled', 'true');
  await expect.element(next).toHaveAccessibleDescription(reason);
  await expect.element(page.getByRole('button', { name: /Bewerk/ })).not.toBeInTheDocument();
});

test('a step shows at once and can be taken back', async () => {
  const { asked } = show({
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
  const { asked } = show({
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
  const { open, sinks } = show({ BottleneckPage: () => pageOf(known) });
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
  show({
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
  show();
  await expect.element(page.getByRole('heading', { name: 'Wie doet wat', exact: true })).toBeVisible();
  await userEvent.keyboard('e');
  await expect
    .element(page.getByRole('dialog').getByRole('textbox', { name: /Volgende stap/ }))
    .toHaveValue(soil.nextStep);
});

test('not there and not yours read the same, in the page and in the tab', async () => {
  show({ BottleneckPage: pageOf(null) });
  await expect.element(page.getByRole('heading', { name: 'Dit is er niet voor jou' })).toBeVisible();
  await expect.poll(() => document.title).toBe('Niet gevonden · Versnellingstafel');
  await expect.element(page.getByRole('link', { name: 'Naar de knelpunten' })).toBeVisible();
});
