import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  AskCoSignerMutation,
  CoSignMutation,
  JoinBottleneckMutation,
  PartiesQuery,
  ProjectPickerQuery,
  RecordReferralFeedbackMutation,
} from '../../../generated/graphql.ts';
import { answer, type Answers, type ShownApp } from '../../testing/render-app.tsx';
import { showCase } from './show-case.fixture.tsx';

type Case = NonNullable<Parameters<typeof answer<PartiesQuery>>[0]['bottleneck']>;
type Party = Case['coSigners'][number];
const able = (...verbs: string[]) =>
  verbs.map((verb) => ({ __typename: 'Ability' as const, verb, allowed: true, reason: null }));
const party = (more: Partial<Party> = {}): Party => ({
  __typename: 'CoSigner',
  id: 'CoSigner_1',
  name: 'Adviseur woningcorporatie',
  organisation: 'Woningcorporatie De Linde',
  state: 'ASKED',
  reason: null,
  viewerCan: [],
  ...more,
});
const inState = (more: Partial<Case>): Case => ({
  __typename: 'Bottleneck',
  id: 'b13',
  number: 'KP-2026-013',
  version: 4,
  state: 'SCHEDULED',
  coSigners: [],
  viewerCan: [],
  ...more,
});
const show = (more: Partial<Case>, answers: Answers = {}): ShownApp =>
  showCase({ Parties: answer<PartiesQuery>({ __typename: 'Query', bottleneck: inState(more) }), ...answers });

test('who signs stands there in words, and a name without an account says that nobody confirmed it', async () => {
  show({
    coSigners: [
      party(),
      party({ id: 'CoSigner_2', name: 'Jo', organisation: 'Stichting Wonen', state: 'UNCONFIRMED' }),
      party({ id: 'CoSigner_3', name: 'Kim', state: 'DECLINED', reason: 'Niet ons plan.' }),
    ],
  });
  await expect.element(page.getByText('Woningcorporatie De Linde, gevraagd, nog geen antwoord')).toBeVisible();
  await expect.element(page.getByText('Stichting Wonen, steunt dit, niet bevestigd')).toBeVisible();
  await expect.element(page.getByText('Niet ons plan.')).toBeVisible();
});

test('who is asked signs with one press', async () => {
  const signed = answer<CoSignMutation>({
    __typename: 'Mutation',
    coSign: {
      __typename: 'BottleneckPayload',
      problems: [],
      bottleneck: inState({ coSigners: [party({ state: 'SIGNED' })] }),
    },
  });
  const { asked } = show(
    { coSigners: [party({ viewerCan: able('SIGN', 'DECLINE', 'WITHDRAW') })] },
    { CoSign: signed },
  );
  await page.getByRole('button', { name: 'Teken mee' }).click();
  await expect.element(page.getByText('Je tekent KP-2026-013 mee')).toBeVisible();
  await expect.element(page.getByText('Woningcorporatie De Linde, tekent mee')).toBeVisible();
  expect(asked.find(({ name }) => name === 'CoSign')?.variables['input']).toEqual({ coSignerId: 'CoSigner_1' });
});

test('somebody without an account is added by name, and what is missing stands at the field', async () => {
  const added = answer<AskCoSignerMutation>({
    __typename: 'Mutation',
    askCoSigner: {
      __typename: 'BottleneckPayload',
      problems: [],
      bottleneck: inState({
        coSigners: [party({ name: 'Jo', organisation: 'Stichting Wonen', state: 'UNCONFIRMED' })],
      }),
    },
  });
  show({ viewerCan: able('ASK_CO_SIGNER') }, { AskCoSigner: added });
  await page.getByRole('button', { name: 'Vraag een partij mee te tekenen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Iemand anders/ }).click();
  await dialog.getByLabelText('Naam').fill('Jo');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(dialog.getByText('Schrijf namens welke organisatie.')).toBeVisible();
  await dialog.getByLabelText('Organisatie').fill('Stichting Wonen');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(page.getByText('Jo staat bij de partijen')).toBeVisible();
});

test('joining asks which project and what is the same, and a refusal stands at its field', async () => {
  const refused = answer<JoinBottleneckMutation>({
    __typename: 'Mutation',
    joinBottleneck: {
      __typename: 'BottleneckPayload',
      bottleneck: null,
      problems: [
        {
          __typename: 'FieldProblem',
          code: 'PROJECT_ON_CASE',
          message: 'Dit project staat al bij de zaak.',
          path: ['input', 'projectId'],
        },
      ],
    },
  });
  const projects = answer<ProjectPickerQuery>({
    __typename: 'Query',
    projects: {
      __typename: 'ProjectConnection',
      edges: [
        {
          __typename: 'ProjectEdge',
          cursor: 'p2',
          node: {
            __typename: 'Project',
            id: 'p2',
            name: 'Leikade',
            planNumber: null,
            municipality: { __typename: 'Municipality', id: 'd', name: 'Deventer' },
          },
        },
      ],
    },
  });
  const { asked } = show({}, { JoinBottleneck: refused, ProjectPicker: projects });
  await page.getByRole('button', { name: 'Hier ook: sluit aan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sluit aan' }).click();
  await expect.element(dialog.getByText('Kies het project uit de lijst.')).toBeVisible();
  await dialog.getByRole('combobox', { name: /Project/ }).fill('Lei');
  await page.getByRole('option', { name: /Leikade/ }).click();
  await dialog.getByLabelText('Wat is bij jou hetzelfde, en wat anders?').fill('Ook hier bodem.');
  await dialog.getByRole('button', { name: 'Sluit aan' }).click();
  await expect.element(dialog.getByText('Dit project staat al bij de zaak.')).toBeVisible();
  expect(asked.find(({ name }) => name === 'JoinBottleneck')?.variables['input']).toMatchObject({
    bottleneckId: 'b13',
    projectId: 'p2',
    remark: 'Ook hier bodem.',
  });
});

test('what came back of a referral is noted by who answers for the case', async () => {
  const solved = answer<RecordReferralFeedbackMutation>({
    __typename: 'Mutation',
    recordReferralFeedback: {
      __typename: 'BottleneckPayload',
      problems: [],
      bottleneck: {
        __typename: 'Bottleneck',
        id: 'b13',
        number: 'KP-2026-013',
        version: 5,
        state: 'RESOLVED',
        resolution: 'Vergund.',
        resolvedOn: '2026-11-25',
        referredTo: null,
        dueOn: null,
        viewerCan: [],
      },
    },
  });
  show({ state: 'REFERRED', viewerCan: able('RECORD_FEEDBACK') }, { RecordReferralFeedback: solved });
  await page.getByRole('button', { name: 'Noteer de terugkoppeling' }).click();
  await page.getByRole('dialog').getByLabelText('Wat is er geantwoord?').fill('Vergund.');
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  await expect.element(page.getByText('KP-2026-013 is opgelost')).toBeVisible();
});
