import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AgreeToEscalationMutation, AskedPageQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';
import { dayIn, soil } from '../bottleneck/show-case.fixture.tsx';

type Answered = Parameters<typeof answer<AskedPageQuery>>[0];
type Asked = Answered['askedOfMe'][number];
type Escalation = NonNullable<Asked['bottleneck']>['escalations'][number];

const can = (...verbs: string[]) =>
  verbs.map((verb) => ({ __typename: 'Ability' as const, verb, allowed: true, reason: null }));
const memo: Escalation = {
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
    consequence: '',
    proposal: '',
    decisionBy: null,
  },
  from: { __typename: 'AccelerationTable', id: 'west', name: 'Tafel West', shortName: 'West', level: 'REGIONAL' },
  to: {
    __typename: 'AccelerationTable',
    id: 'prov',
    name: 'Tafel Provincie',
    shortName: 'Provincie',
    level: 'PROVINCIAL',
  },
  viewerCan: can('AGREE', 'DECLINE'),
};
const asks = (kind: string, escalation: Escalation): Asked => ({
  __typename: 'Asked',
  kind,
  dueOn: dayIn(4),
  verb: null,
  meeting: null,
  action: null,
  bottleneck: {
    __typename: 'Bottleneck',
    id: 'b13',
    number: 'KP-2026-013',
    version: 4,
    title: 'Grond mag niet weg',
    homesBlocked: 85,
    municipality: { __typename: 'Municipality', id: 'm', name: 'Zwartewaterland' },
    atRisk: { __typename: 'HomesAtRisk', homes: 85, homeMonths: 170 },
    openEscalation: escalation,
    escalations: [escalation],
  },
});
const show = (askedOfMe: readonly Asked[], answers: Answers = {}): ShownApp =>
  renderApp('/gevraagd', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(2),
    AskedPage: answer<AskedPageQuery>({
      __typename: 'Query',
      askedOfMe: [...askedOfMe],
      bottlenecks: {
        __typename: 'BottleneckConnection',
        totalCount: askedOfMe.length,
        atRisk: {
          __typename: 'HomesAtRisk',
          homes: askedOfMe.length * 85,
          homeMonths: askedOfMe.length * 170,
          asOf: dayIn(0),
        },
      },
    }),
    ...answers,
  });

test('on a phone the memo is one tap away, and agreeing the next', async () => {
  await page.viewport(390, 800);
  const agreed: Escalation = { ...memo, state: 'AGREED', version: 2, viewerCan: [] };
  const { asked } = show([asks('AGREE_ESCALATION', memo)], {
    AgreeToEscalation: answer<AgreeToEscalationMutation>({
      __typename: 'Mutation',
      agreeToEscalation: {
        __typename: 'EscalationPayload',
        problems: [],
        bottleneck: {
          ...soil,
          sharedInPart: false,
          openEscalation: agreed,
          escalations: [agreed],
        },
      },
    }),
  });
  await expect.element(page.getByText('Stem in met een gesloten grondbalans.').first()).toBeVisible();
  await expect.element(page.getByText(/85 woningen wachten in/)).toBeVisible();
  await expect.element(page.getByText('170 woningmaanden', { exact: true })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Lees het memo' }).click();
  await expect.element(page.getByText('De grond mag niet weg.')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Geef akkoord' }).click();
  await expect.element(page.getByText('KP-2026-013: akkoord gegeven')).toBeVisible();
  expect(asked.find(({ name }) => name === 'AgreeToEscalation')?.variables['input']).toEqual({
    escalationId: 'Escalation_1',
    expectedVersion: 1,
  });
});

test('who holds the mandate of a table takes on or gives back', async () => {
  const sent: Escalation = {
    ...memo,
    state: 'SENT',
    sentAt: '2026-11-22T09:00:00Z',
    viewerCan: can('ACCEPT', 'RETURN'),
  };
  show([asks('ACCEPT_ESCALATION', sent)]);
  await expect.element(page.getByRole('button', { name: 'Neem aan' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Geef terug' })).toBeVisible();
});

test('nothing asked says so, with one step on', async () => {
  show([]);
  await expect.element(page.getByText('Er wordt nu niets van je gevraagd')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Bekijk wat er speelt' })).toBeVisible();
});
