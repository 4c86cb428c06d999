import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  AddToPatternMutation,
  AtRiskQuery,
  DissolvePatternMutation,
  EditPatternMutation,
  PatternPageQuery,
  RemoveFromPatternMutation,
  ResolvePatternMutation,
  SimilarToPatternQuery,
  UndoResolvePatternMutation,
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

type Pattern = NonNullable<Parameters<typeof answer<PatternPageQuery>>[0]['pattern']>;
type Payload = Parameters<typeof answer<ResolvePatternMutation>>[0]['resolvePattern'];

const reason = 'Dat kan de voorzitter of de secretaris van de tafel.';
const able = (...verbs: string[]) =>
  ['EDIT', 'ADD', 'REMOVE', 'RESOLVE', 'DISSOLVE', 'UNDO_RESOLVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: verbs.includes(verb),
    reason: verbs.includes(verb) ? null : reason,
  }));
const leads = able('EDIT', 'ADD', 'REMOVE', 'RESOLVE', 'DISSOLVE');
const member = (at: number): Pattern['bottlenecks'][number] => ({
  __typename: 'Bottleneck',
  id: `b${at}`,
  number: `KP-2026-00${at}`,
  title: `Peilbesluit en woningbouwplan spreken elkaar tegen ${at}`,
  state: 'IN_PROGRESS',
  homesBlocked: 40 * at,
  municipality: { __typename: 'Municipality', id: 'm', name: 'Kampen' },
  themes: [{ __typename: 'Theme', id: 't', code: 'WATER_BODEM' }],
  projects: [{ __typename: 'ProjectImpact', project: { __typename: 'Project', id: `p${at}`, name: `Project ${at}` } }],
});
const water: Pattern = {
  __typename: 'Pattern',
  id: 'Pattern_1',
  number: 'PT-2026-003',
  title: 'Water en bodem komen pas op tafel als het plan al vaststaat',
  problem: 'Peil, waterkering en bodem worden beoordeeld nadat het ontwerp klaar is.',
  state: 'OPEN',
  version: 4,
  madeOn: '2026-10-15',
  resolution: '',
  resolvedOn: null,
  madeBy: { __typename: 'Person', id: 's', name: 'Secretaris tafel West' },
  table: { __typename: 'AccelerationTable', id: 'west', slug: 'west-overijssel', shortName: 'West-Overijssel' },
  note: null,
  bottlenecks: [member(1), member(2), member(3)],
  viewerCan: leads,
  timeline: {
    __typename: 'EventConnection',
    edges: [
      {
        __typename: 'EventEdge',
        cursor: 'e1',
        node: {
          __typename: 'Event',
          about: null,
          id: 'e1',
          type: 'PATTERN_MADE',
          occurredAt: '2026-10-15T09:11:00Z',
          remark: null,
          actor: { __typename: 'Person', id: 's', name: 'Secretaris tafel West' },
          changes: [],
          subjects: [],
        },
      },
    ],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'e1' },
  },
};
const atRisk = answer<AtRiskQuery>({
  __typename: 'Query',
  node: {
    __typename: 'Pattern',
    id: 'Pattern_1',
    atRisk: {
      __typename: 'HomesAtRisk',
      homes: 240,
      homeMonths: 1240,
      asOf: '2026-11-25',
      projectCount: 12,
      bottleneckCount: 13,
      projects: [
        {
          __typename: 'ProjectAtRisk',
          homes: 120,
          homeMonths: 600,
          since: '2026-05-19',
          project: { __typename: 'Project', id: 'p3', name: 'Project 3' },
          bottlenecks: [{ __typename: 'Bottleneck', id: 'b3', number: 'KP-2026-003' }],
        },
      ],
    },
  },
});
const payload = (more: Partial<Payload> = {}): Payload => ({
  __typename: 'PatternPayload',
  pattern: { ...water, version: 5 },
  leftOut: [],
  problems: [],
  ...more,
});
const inputOf = ({ asked }: ShownApp, name: string) => asked.findLast((one) => one.name === name)?.variables['input'];
const show = (pattern: Pattern | null = water, answers: Answers = {}): ShownApp =>
  renderApp('/patronen/PT-2026-003', {
    Viewer: viewerAnswer({ abilities: ['WRITE_NOTE'] }),
    NavCounts: countsAnswer(1),
    PatternPage: answer<PatternPageQuery>({ __typename: 'Query', pattern }),
    AtRisk: atRisk,
    ...answers,
  });

test('says what the problem is, whom it holds up, and how its homes are counted, one tap away', async () => {
  show();
  await expect.element(page.getByRole('heading', { level: 1, name: water.title })).toBeVisible();
  await expect.element(page.getByText(water.problem)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Peilbesluit en woningbouwplan spreken elkaar tegen 2' }))
    .toBeVisible();
  await expect.element(page.getByText(/vormde een patroon/)).toBeVisible();
  const months = page.getByRole('button', { name: '1.240 woningmaanden' });
  await expect.element(months).toHaveAttribute('aria-expanded', 'false');
  await months.click();
  await expect.element(page.getByText(/Telt wat je mag zien: 13 knelpunten/)).toBeVisible();
  await expect.element(page.getByText(/120 woningen, wachten sinds/)).toBeVisible();
  await expect.element(page.getByText('En nog 11 projecten.')).toBeVisible();
  await expectAccessiblePage();
});

test('one ruling resolves those for which it holds, and is taken back within ten seconds', async () => {
  const resolved = payload({
    pattern: { ...water, version: 5, state: 'RESOLVED', resolution: 'Toets bij de start.', resolvedOn: '2026-11-25' },
    leftOut: [
      {
        __typename: 'PatternLeftOut',
        reason: 'Weggelaten: dit knelpunt blijft open.',
        bottleneck: { __typename: 'Bottleneck', id: 'b2', number: 'KP-2026-002', title: 'Twee' },
      },
    ],
  });
  const app = show(water, {
    ResolvePattern: answer<ResolvePatternMutation>({ __typename: 'Mutation', resolvePattern: resolved }),
    UndoResolvePattern: answer<UndoResolvePatternMutation>({ __typename: 'Mutation', undoResolvePattern: payload() }),
  });
  await page.getByRole('button', { name: 'Los alles in één keer op' }).click();
  await page.getByRole('checkbox', { name: /KP-2026-002/ }).click();
  const confirm = page.getByRole('button', { name: 'Los 2 knelpunten op' });
  await confirm.click();
  await expect.element(page.getByText('Schrijf wat het heeft opgelost.')).toBeVisible();
  await page.getByLabelText('Wat heeft het opgelost?').fill('Toets bij de start.');
  await confirm.click();
  await expect.element(page.getByText('PT-2026-003 is opgelost, 1 knelpunt blijft open')).toBeVisible();
  expect(inputOf(app, 'ResolvePattern')).toEqual({
    patternId: 'Pattern_1',
    expectedVersion: 4,
    resolution: 'Toets bij de start.',
    leaveOutIds: ['b2'],
    allowedOnly: false,
  });
  await expect.element(page.getByRole('heading', { name: /Opgelost op/ })).toBeVisible();
  await page.getByRole('button', { name: /^Maak ongedaan/ }).click();
  await expect.element(page.getByText('PT-2026-003 is weer open')).toBeVisible();
  expect(inputOf(app, 'UndoResolvePattern')).toEqual({ patternId: 'Pattern_1', expectedVersion: 5 });
});

test('a case that cannot follow is named with why, and the others go when the person says so', async () => {
  const stopped = payload({
    pattern: water,
    problems: [
      {
        __typename: 'FieldProblem',
        code: 'PATTERN_MEMBERS_REFUSED',
        message: '1 knelpunt kan nu niet.',
        path: ['input', 'allowedOnly'],
      },
    ],
    leftOut: [
      {
        __typename: 'PatternLeftOut',
        reason: 'Dit antwoord gaat eerst terug.',
        bottleneck: { __typename: 'Bottleneck', id: 'b3', number: 'KP-2026-003', title: 'Drie' },
      },
    ],
  });
  const app = show(water, {
    ResolvePattern: (variables: Record<string, unknown>) => {
      const { allowedOnly } = variables['input'] as { allowedOnly: boolean };
      return answer<ResolvePatternMutation>({
        __typename: 'Mutation',
        resolvePattern: allowedOnly ? payload() : stopped,
      });
    },
  });
  await page.getByRole('button', { name: 'Los alles in één keer op' }).click();
  await page.getByLabelText('Wat heeft het opgelost?').fill('Toets bij de start.');
  await page.getByRole('button', { name: 'Los 3 knelpunten op' }).click();
  await expect.element(page.getByText('Dit antwoord gaat eerst terug.')).toBeVisible();
  await page.getByRole('button', { name: 'Los de andere 2 op' }).click();
  await expect.element(page.getByText('PT-2026-003 is opgelost')).toBeVisible();
  expect(inputOf(app, 'ResolvePattern')).toMatchObject({ allowedOnly: true, leaveOutIds: [] });
});

test('a note is written along, and what is missing of it stands at the field', async () => {
  const app = show(water, {
    ResolvePattern: answer<ResolvePatternMutation>({ __typename: 'Mutation', resolvePattern: payload() }),
  });
  await page.getByRole('button', { name: 'Los alles in één keer op' }).click();
  await page.getByLabelText('Wat heeft het opgelost?').fill('Toets bij de start.');
  await page.getByRole('radio', { name: /Schrijf een notitie/ }).click();
  await page.getByRole('button', { name: 'Los 3 knelpunten op' }).click();
  await expect.element(page.getByText('Schrijf in een paar zinnen wat de volgende moet weten.')).toBeVisible();
  await page.getByLabelText('Titel van de notitie').fill('Watertoets bij de start');
  await page.getByLabelText('In het kort').fill('Toets eerder.');
  await page.getByRole('button', { name: 'Los 3 knelpunten op' }).click();
  await expect.element(page.getByText('PT-2026-003 is opgelost')).toBeVisible();
  expect(inputOf(app, 'ResolvePattern')).toMatchObject({
    newNote: { title: 'Watertoets bij de start', summary: 'Toets eerder.', themeCodes: ['WATER_BODEM'] },
  });
});

test('cases that look alike are proposed, but for those elsewhere, closed or in another pattern', async () => {
  const alike = (id: string, more: object) => ({
    __typename: 'SimilarBottleneck' as const,
    bottleneck: {
      __typename: 'Bottleneck' as const,
      id,
      number: `KP-2026-1${id}`,
      title: `Lijkt ${id}`,
      state: 'TRIAGE' as const,
      heldBy: { __typename: 'AccelerationTable' as const, id: 'west' },
      pattern: null,
      ...more,
    },
  });
  const similar = answer<SimilarToPatternQuery>({
    __typename: 'Query',
    similar: {
      __typename: 'Similar',
      bottlenecks: [
        alike('20', {}),
        alike('21', { state: 'RESOLVED' }),
        alike('22', { heldBy: { __typename: 'AccelerationTable', id: 'twente' } }),
        alike('23', { pattern: { __typename: 'Pattern', id: 'Pattern_9', state: 'OPEN' } }),
        alike('b1', {}),
      ].map((one) => (one.bottleneck.id === 'b1' ? { ...one, bottleneck: { ...one.bottleneck, id: 'b1' } } : one)),
    },
  });
  const app = show(water, {
    SimilarToPattern: similar,
    AddToPattern: answer<AddToPatternMutation>({ __typename: 'Mutation', addToPattern: payload() }),
  });
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(page.getByRole('checkbox')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(page.getByText('Kies minstens één knelpunt.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'KP-2026-120 Lijkt 20' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(page.getByText('Toegevoegd aan PT-2026-003')).toBeVisible();
  expect(inputOf(app, 'AddToPattern')).toEqual({
    patternId: 'Pattern_1',
    expectedVersion: 4,
    bottleneckIds: ['20'],
  });
});

test('a case leaves with a press and comes back with another', async () => {
  const app = show(water, {
    RemoveFromPattern: answer<RemoveFromPatternMutation>({ __typename: 'Mutation', removeFromPattern: payload() }),
    AddToPattern: answer<AddToPatternMutation>({ __typename: 'Mutation', addToPattern: payload() }),
  });
  await page.getByRole('button', { name: 'Haal KP-2026-002 uit het patroon' }).click();
  await expect.element(page.getByText('KP-2026-002 hoort er niet meer bij')).toBeVisible();
  await page.getByRole('button', { name: /^Maak ongedaan/ }).click();
  await expect.element(page.getByText('KP-2026-002 hoort er weer bij')).toBeVisible();
  expect(inputOf(app, 'AddToPattern')).toEqual({
    patternId: 'Pattern_1',
    expectedVersion: 5,
    bottleneckIds: ['b2'],
  });
});

test('its words change, and it is dissolved with a reason', async () => {
  const app = show(water, {
    EditPattern: answer<EditPatternMutation>({ __typename: 'Mutation', editPattern: payload() }),
    DissolvePattern: answer<DissolvePatternMutation>({ __typename: 'Mutation', dissolvePattern: payload() }),
  });
  await page.getByRole('button', { name: 'Meer met dit patroon' }).click();
  await page.getByRole('menuitem', { name: 'Bewerk de tekst' }).click();
  await page.getByLabelText('Wat hebben ze gemeen?').fill('Water komt te laat');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Bewaard')).toBeVisible();
  expect(inputOf(app, 'EditPattern')).toMatchObject({ title: 'Water komt te laat', expectedVersion: 4 });
  await page.getByRole('button', { name: 'Meer met dit patroon' }).click();
  await page.getByRole('menuitem', { name: 'Ontbind het patroon' }).click();
  await page.getByRole('button', { name: 'Ontbind', exact: true }).click();
  await expect.element(page.getByText('Schrijf kort waarom.')).toBeVisible();
  await page.getByLabelText('Waarom is dit niet één probleem?').fill('Twee dingen.');
  await page.getByRole('button', { name: 'Ontbind', exact: true }).click();
  await expect.element(page.getByText('PT-2026-003 is ontbonden')).toBeVisible();
  expect(inputOf(app, 'DissolvePattern')).toMatchObject({ reason: 'Twee dingen.' });
});

test('who leads nothing here reads it and is told who decides', async () => {
  show({ ...water, version: 0, viewerCan: able() });
  const button = page.getByRole('button', { name: 'Los alles in één keer op' });
  await expect.element(button).toBeVisible();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText(reason)).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /uit het patroon/ })).not.toBeInTheDocument();
});

test('not there and not yours are one page', async () => {
  show(null);
  await expect.element(page.getByRole('link', { name: 'Naar de knelpunten' })).toBeVisible();
});
