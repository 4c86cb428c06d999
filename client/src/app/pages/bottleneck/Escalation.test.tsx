import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  AcceptDialogQuery,
  AcceptEscalationMutation,
  AgreeToEscalationMutation,
  AnswerEscalationMutation,
  DeclineEscalationMutation,
  EditEscalationMutation,
  EscalateBottleneckMutation,
  EscalateDialogQuery,
  EscalationOfCaseQuery,
  SendEscalationBackMutation,
  SendEscalationMutation,
  UndoEscalationStepMutation,
  ViewerQuery,
  WithdrawEscalationMutation,
} from '../../../generated/graphql.ts';
import { answer, type Answers, type ShownApp, viewerAnswer } from '../../testing/render-app.tsx';
import { able, dayIn, pageOf, showCase, soil } from './show-case.fixture.tsx';

type Way = NonNullable<Parameters<typeof answer<EscalationOfCaseQuery>>[0]['bottleneck']>;
type Escalation = Way['escalations'][number];

const verbs = ['EDIT_MEMO', 'AGREE', 'DECLINE', 'SEND', 'ACCEPT', 'RETURN', 'ANSWER', 'WITHDRAW'];
const abilities = (allowed: readonly string[], reason = 'Dit doet een ander.') =>
  verbs.map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: allowed.includes(verb),
    reason: allowed.includes(verb) ? null : reason,
  }));
const tableOf = (id: string, shortName: string, level: 'REGIONAL' | 'PROVINCIAL') => ({
  __typename: 'AccelerationTable' as const,
  id,
  name: `${shortName}e tafel`,
  shortName,
  level,
});

const draft: Escalation = {
  __typename: 'Escalation',
  id: 'Escalation_1',
  version: 1,
  state: 'DRAFT',
  reason: 'Wij kunnen de norm niet veranderen.',
  needsAgreement: true,
  agreedAt: null,
  agreedBy: null,
  declineReason: null,
  draftedAt: '2026-11-20T09:00:00Z',
  draftedBy: { __typename: 'Person', id: 'sec', name: 'Secretaris West' },
  sentAt: null,
  answerBy: null,
  acceptedAt: null,
  endedAt: null,
  outcome: null,
  sharesDossier: false,
  sharesFiles: false,
  memoUrl: '/documents/escalations/1.pdf',
  memo: {
    __typename: 'EscalationMemo',
    question: 'Stem in met een gesloten grondbalans.',
    situation: 'De grond mag niet weg.',
    tried: '',
    consequence: 'Zonder besluit wachten 85 woningen.',
    proposal: '',
    decisionBy: null,
  },
  from: tableOf('west', 'West-Overijssel', 'REGIONAL'),
  to: tableOf('prov', 'Provinciaal', 'PROVINCIAL'),
  viewerCan: abilities([]),
};
const sent = { ...draft, state: 'SENT' as const, sentAt: '2026-11-22T09:00:00Z', answerBy: dayIn(20), version: 3 };
const accepted: Escalation = { ...sent, state: 'ACCEPTED', version: 4, acceptedAt: '2026-11-25T10:00:00Z' };
const way = (escalations: readonly Escalation[], more: Partial<Way> = {}): Way => ({
  __typename: 'Bottleneck',
  id: 'b13',
  number: 'KP-2026-013',
  version: 4,
  sharedInPart: false,
  politicalOwner: { __typename: 'Person', id: 'wet', name: 'Wethouder Zwartewaterland' },
  openEscalation: escalations.find(({ endedAt }) => !endedAt) ?? null,
  escalations: [...escalations],
  ...more,
});
const show = (escalations: readonly Escalation[], answers: Answers = {}, more: Partial<Way> = {}): ShownApp =>
  showCase({
    EscalationOfCase: answer<EscalationOfCaseQuery>({ __typename: 'Query', bottleneck: way(escalations, more) }),
    ...answers,
  });
const caseAfter = (escalations: readonly Escalation[]) => ({ ...soil, ...way(escalations) });
const done = (escalation: Escalation) => ({
  __typename: 'EscalationPayload' as const,
  problems: [],
  bottleneck: caseAfter([escalation]),
});
const refusal = (message: string, code: string, path: string[]) => ({
  __typename: 'FieldProblem' as const,
  code,
  message,
  path,
});
const inputOf = ({ asked }: ShownApp, name: string): unknown =>
  asked.find((one) => one.name === name)?.variables['input'];
const section = () => page.getByRole('region', { name: 'Escalatie' });

test('a memo that waits for agreement says of whom, and offers nothing that is another’s', async () => {
  show([draft]);
  await expect
    .element(section().getByRole('listitem').filter({ hasText: 'Akkoord' }))
    .toHaveAttribute('aria-current', 'step');
  await expect.element(section().getByText('Wethouder Zwartewaterland')).toBeVisible();
  await expect
    .element(section().getByRole('button', { name: 'Geef akkoord' }))
    .toHaveAttribute('aria-disabled', 'true');
  await expect.element(section().getByText('Dit doet een ander.')).toBeVisible();
  await section().getByRole('button', { name: 'Lees het memo' }).click();
  await expect.element(section().getByText('De grond mag niet weg.')).toBeVisible();
  await expect
    .element(section().getByRole('link', { name: 'Open als PDF' }))
    .toHaveAttribute('href', '/documents/escalations/1.pdf');
});

test('the alderman agrees with one press, and takes it back', async () => {
  const agreed: Escalation = { ...draft, state: 'AGREED', version: 2, agreedAt: '2026-11-25T09:00:00Z' };
  const app = show([{ ...draft, viewerCan: abilities(['AGREE', 'DECLINE']) }], {
    AgreeToEscalation: answer<AgreeToEscalationMutation>({ __typename: 'Mutation', agreeToEscalation: done(agreed) }),
    UndoEscalationStep: answer<UndoEscalationStepMutation>({ __typename: 'Mutation', undoEscalationStep: done(draft) }),
  });
  await section().getByRole('button', { name: 'Geef akkoord' }).click();
  await expect.element(page.getByText('KP-2026-013: akkoord gegeven')).toBeVisible();
  expect(inputOf(app, 'AgreeToEscalation')).toEqual({ escalationId: 'Escalation_1', expectedVersion: 1 });
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('Stap teruggedraaid')).toBeVisible();
  expect(inputOf(app, 'UndoEscalationStep')).toEqual({ escalationId: 'Escalation_1', expectedVersion: 2 });
});

test('not agreeing asks why, and what is typed waits on this device', async () => {
  const declined: Escalation = { ...draft, version: 2, declineReason: 'Noem eerst de kosten.' };
  const app = show([{ ...draft, viewerCan: abilities(['AGREE', 'DECLINE']) }], {
    DeclineEscalation: answer<DeclineEscalationMutation>({ __typename: 'Mutation', declineEscalation: done(declined) }),
  });
  await section().getByRole('button', { name: 'Niet akkoord' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Niet akkoord' }).click();
  await expect.element(dialog.getByText('Schrijf kort waarom.')).toBeVisible();
  await dialog.getByLabelText('Reden').fill('Noem eerst de kosten.');
  await userEvent.keyboard('{Escape}');
  await section().getByRole('button', { name: 'Niet akkoord' }).click();
  await expect.element(dialog.getByLabelText('Reden')).toHaveValue('Noem eerst de kosten.');
  await dialog.getByRole('button', { name: 'Niet akkoord' }).click();
  await expect.element(section().getByText('Noem eerst de kosten.').first()).toBeVisible();
  expect(inputOf(app, 'DeclineEscalation')).toMatchObject({ reason: 'Noem eerst de kosten.' });
});

test('the secretary rewrites the memo; only what changed goes along', async () => {
  const edited: Escalation = { ...draft, version: 2, memo: { ...draft.memo, proposal: 'Een pilot.' } };
  const app = show([{ ...draft, viewerCan: abilities(['EDIT_MEMO', 'WITHDRAW']) }], {
    EditEscalation: answer<EditEscalationMutation>({ __typename: 'Mutation', editEscalation: done(edited) }),
  });
  await section().getByRole('button', { name: 'Bewerk memo' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByLabelText('Wat vraag je?')).toHaveValue('Stem in met een gesloten grondbalans.');
  await dialog.getByLabelText(/Wat stel je voor/).fill('Een pilot.');
  await dialog.getByLabelText('De hele tekst van de zaak').click();
  await dialog.getByRole('button', { name: 'Bewaar memo' }).click();
  await expect.element(page.getByText('KP-2026-013: memo bijgewerkt')).toBeVisible();
  expect(inputOf(app, 'EditEscalation')).toEqual({
    escalationId: 'Escalation_1',
    expectedVersion: 1,
    memo: { proposal: 'Een pilot.' },
    sharesDossier: true,
    sharesFiles: false,
  });
});

test('a refused memo keeps its words, with the sentence at its field', async () => {
  show([{ ...draft, viewerCan: abilities(['EDIT_MEMO']) }], {
    EditEscalation: answer<EditEscalationMutation>({
      __typename: 'Mutation',
      editEscalation: {
        __typename: 'EscalationPayload',
        bottleneck: null,
        problems: [
          refusal('Wat je vraagt mag niet leeg zijn.', 'REQUIRED', ['input', 'memo', 'question']),
          refusal('Je kunt niet meer delen dan met jouw tafel is gedeeld.', 'NOT_YOURS_TO_SHARE', [
            'input',
            'sharesDossier',
          ]),
        ],
      },
    }),
  });
  await section().getByRole('button', { name: 'Bewerk memo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText('Wat vraag je?').fill('');
  await dialog.getByRole('button', { name: 'Bewaar memo' }).click();
  await expect.element(dialog.getByText('Wat je vraagt mag niet leeg zijn.')).toBeVisible();
  await expect.element(dialog.getByText('Je kunt niet meer delen dan met jouw tafel is gedeeld.')).toBeVisible();
});

test('what is agreed to is sent with one press, and a closed table is told', async () => {
  const agreed: Escalation = { ...draft, state: 'AGREED', viewerCan: abilities(['SEND', 'EDIT_MEMO', 'WITHDRAW']) };
  show([agreed], {
    SendEscalation: answer<SendEscalationMutation>({
      __typename: 'Mutation',
      sendEscalation: {
        __typename: 'EscalationPayload',
        bottleneck: null,
        problems: [refusal('De tafel hierboven is opgeheven.', 'TABLE_CLOSED', ['input', 'escalationId'])],
      },
    }),
  });
  await section().getByRole('button', { name: 'Verstuur naar Provinciaal' }).click();
  await expect.element(section().getByText('De tafel hierboven is opgeheven.')).toBeVisible();
});

test('the receiving table takes it on with the term that runs', async () => {
  const app = show(
    [{ ...sent, viewerCan: abilities(['ACCEPT', 'RETURN']) }],
    {
      AcceptEscalation: answer<AcceptEscalationMutation>({ __typename: 'Mutation', acceptEscalation: done(accepted) }),
    },
    { sharedInPart: true },
  );
  await expect.element(section().getByText('Je ziet wat met jouw tafel is gedeeld.')).toBeVisible();
  await section().getByRole('button', { name: 'Neem aan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Neem aan' }).click();
  await expect.element(page.getByText('KP-2026-013: aangenomen')).toBeVisible();
  expect(inputOf(app, 'AcceptEscalation')).toEqual({
    escalationId: 'Escalation_1',
    expectedVersion: 3,
    answerBy: sent.answerBy,
  });
});

test('who leads the receiving table puts it on the agenda in the same breath', async () => {
  const leading = structuredClone(viewerAnswer()) as ViewerQuery;
  Object.assign(leading.viewer?.memberships[0] ?? {}, {
    role: 'SECRETARY',
    table: { __typename: 'AccelerationTable', id: sent.to.id },
  });
  const app = show([{ ...sent, viewerCan: abilities(['ACCEPT', 'RETURN']) }], {
    Viewer: leading,
    AcceptDialog: answer<AcceptDialogQuery>({
      __typename: 'Query',
      node: { ...sent.to, nextMeeting: { __typename: 'Meeting', id: 'Meeting_1', startsAt: '2026-12-10T12:30:00Z' } },
    }),
    AcceptEscalation: answer<AcceptEscalationMutation>({ __typename: 'Mutation', acceptEscalation: done(accepted) }),
  });
  await section().getByRole('button', { name: 'Neem aan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Zet het op de agenda van .*10 december/ }).click();
  await dialog.getByRole('button', { name: 'Neem aan' }).click();
  await expect.element(page.getByText('KP-2026-013: aangenomen')).toBeVisible();
  expect(inputOf(app, 'AcceptEscalation')).toMatchObject({ escalationId: 'Escalation_1', meetingId: 'Meeting_1' });
});

test('giving back asks why and sends the version of the case', async () => {
  const returned: Escalation = {
    ...sent,
    state: 'RETURNED',
    endedAt: '2026-11-25T10:00:00Z',
    outcome: 'Eerst de regio.',
  };
  const app = show([{ ...sent, viewerCan: abilities(['ACCEPT', 'RETURN']) }], {
    SendEscalationBack: answer<SendEscalationBackMutation>({
      __typename: 'Mutation',
      returnEscalation: { __typename: 'BottleneckPayload', problems: [], bottleneck: caseAfter([returned]) },
    }),
  });
  await section().getByRole('button', { name: 'Geef terug' }).click();
  await page.getByRole('dialog').getByLabelText('Reden').fill('Eerst de regio.');
  await page.getByRole('dialog').getByRole('button', { name: 'Geef terug' }).click();
  await expect.element(section().getByText('Eerst de regio.')).toBeVisible();
  expect(inputOf(app, 'SendEscalationBack')).toEqual({
    bottleneckId: 'b13',
    expectedVersion: 4,
    reason: 'Eerst de regio.',
  });
});

test('an answer says what was decided, and whether the case is over', async () => {
  const running: Escalation = {
    ...sent,
    state: 'ACCEPTED',
    acceptedAt: '2026-11-24T10:00:00Z',
    viewerCan: abilities(['ANSWER']),
  };
  const answered: Escalation = { ...running, state: 'ANSWERED', endedAt: '2026-11-25T10:00:00Z', outcome: 'Akkoord.' };
  const app = show([running], {
    AnswerEscalation: answer<AnswerEscalationMutation>({ __typename: 'Mutation', answerEscalation: done(answered) }),
  });
  await section().getByRole('button', { name: 'Geef antwoord' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Geef antwoord' }).click();
  await expect.element(dialog.getByText('Schrijf wat het antwoord is.')).toBeVisible();
  await dialog.getByLabelText('Antwoord').fill('Akkoord.');
  await dialog.getByRole('radio', { name: 'Hiermee is de zaak opgelost' }).click();
  await dialog.getByRole('button', { name: 'Geef antwoord' }).click();
  await expect.element(page.getByText('KP-2026-013: beantwoord')).toBeVisible();
  expect(inputOf(app, 'AnswerEscalation')).toMatchObject({ answer: 'Akkoord.', resolves: true });
});

test('withdrawing that somebody was faster with is told in words', async () => {
  show([{ ...sent, viewerCan: abilities(['WITHDRAW']) }], {
    WithdrawEscalation: answer<WithdrawEscalationMutation>({
      __typename: 'Mutation',
      withdrawEscalation: {
        __typename: 'EscalationPayload',
        bottleneck: null,
        problems: [
          refusal('Dat kan niet in de stand waarin de escalatie nu is.', 'ESCALATION_WRONG_STATE', [
            'input',
            'escalationId',
          ]),
        ],
      },
    }),
  });
  await section().getByRole('button', { name: 'Trek in' }).click();
  await page.getByRole('dialog').getByLabelText('Reden').fill('Niet meer nodig.');
  await page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click();
  await expect.element(page.getByText('Dat kan niet in de stand waarin de escalatie nu is.')).toBeVisible();
});

test('earlier ones are told with their answer, and the line marks where it came back from', async () => {
  const returned: Escalation = {
    ...sent,
    state: 'RETURNED',
    endedAt: '2026-11-23T10:00:00Z',
    outcome: 'Eerst de regio.',
  };
  const travelled = {
    ...returned,
    sentAt: '2026-11-22T09:00:00Z',
    travel: 'RETURNED' as const,
  };
  show([returned], { BottleneckPage: pageOf({ solvableAt: 'PROVINCIAL', escalations: [travelled] }) });
  await expect.element(section().getByText(/^teruggegeven ma\s23\snov$/)).toBeVisible();
  const line = page.getByRole('list', { name: 'De weg van dit knelpunt' });
  await expect.element(line.getByText('Eerst de regio.')).toBeVisible();
  await expect
    .element(line.getByRole('listitem').filter({ hasText: 'Eerst de regio.' }))
    .toHaveAttribute('data-at', 'returned');
});

test('escalating writes the memo from the case, and says who agrees first', async () => {
  const start = answer<EscalateDialogQuery>({
    __typename: 'Query',
    bottleneck: {
      __typename: 'Bottleneck',
      id: 'b13',
      ask: soil.ask,
      description: soil.description,
      triedSoFar: soil.triedSoFar,
      proposedResolution: '',
      decisionBy: soil.decisionBy,
      sharedInPart: false,
      politicalOwner: { __typename: 'Person', id: 'wet', name: 'Wethouder Zwartewaterland' },
      heldBy: {
        __typename: 'AccelerationTable',
        id: 'west',
        escalationNeedsAgreement: true,
        parent: { __typename: 'AccelerationTable', id: 'prov', name: 'Provinciale tafel', answerTermDays: 28 },
      },
    },
  });
  const escalate = answer<EscalateBottleneckMutation>({
    __typename: 'Mutation',
    escalateBottleneck: { __typename: 'BottleneckPayload', problems: [], bottleneck: caseAfter([draft]) },
  });
  const app = show([], {
    BottleneckPage: pageOf({
      viewerCan: [...able('START'), { __typename: 'Ability', verb: 'ESCALATE', allowed: true, reason: null }],
    }),
    EscalateDialog: start,
    EscalateBottleneck: escalate,
  });
  await page.getByRole('button', { name: 'Meer stappen' }).click();
  await page.getByRole('menuitem', { name: 'Escaleer' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText(/Wethouder Zwartewaterland akkoord/)).toBeVisible();
  await expect.element(dialog.getByLabelText('Wat vraag je?')).toHaveValue(soil.ask);
  await dialog.getByRole('button', { name: 'Vraag akkoord' }).click();
  await expect.element(dialog.getByText('Schrijf kort waarom.')).toBeVisible();
  await dialog.getByLabelText('Waarom kan deze tafel het niet oplossen?').fill('De norm is van de provincie.');
  await dialog.getByLabelText(/Wat stel je voor/).fill('Een pilot.');
  await dialog.getByRole('button', { name: 'Vraag akkoord' }).click();
  await expect.element(page.getByText('KP-2026-013: memo klaar, wacht op akkoord')).toBeVisible();
  expect(inputOf(app, 'EscalateBottleneck')).toEqual({
    bottleneckId: 'b13',
    expectedVersion: 4,
    reason: 'De norm is van de provincie.',
    memo: { proposal: 'Een pilot.' },
    sharesDossier: false,
    sharesFiles: false,
  });
});
