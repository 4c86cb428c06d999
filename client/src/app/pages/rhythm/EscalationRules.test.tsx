import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  ChangeEscalationRulesMutation,
  EscalationRulesQuery,
  RhythmPageQuery,
  RhythmPreviewQuery,
} from '../../../generated/graphql.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const rules = (escalationNeedsAgreement: boolean, answerTermDays: number) => ({
  __typename: 'AccelerationTable' as const,
  id: 'west',
  escalationNeedsAgreement,
  answerTermDays,
});
const show = (allowed: boolean, answers: Answers = {}): ShownApp =>
  renderApp('/tafels/west-overijssel/ritme', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(2),
    RhythmPage: answer<RhythmPageQuery>({
      __typename: 'Query',
      table: {
        __typename: 'AccelerationTable',
        id: 'west',
        slug: 'west-overijssel',
        name: 'Tafel West',
        rhythm: {
          __typename: 'TableRhythm',
          version: 1,
          week: 2,
          weekday: 4,
          starts: '13:30',
          ends: '16:00',
          location: '',
          submitDaysBefore: 14,
          papersDaysBefore: 7,
          minutesDaysAfter: 7,
          feedbackWorkingDays: 5,
          monthsWithout: [],
          monthsAhead: 6,
          keepFilled: true,
        },
        viewerCan: [
          { __typename: 'Ability', verb: 'CHANGE_RHYTHM', allowed, reason: allowed ? null : 'Dat kan de secretaris.' },
        ],
      },
    }),
    RhythmPreview: answer<RhythmPreviewQuery>({
      __typename: 'Query',
      rhythmPreview: { __typename: 'RhythmPreview', dates: [], problems: [] },
    }),
    EscalationRules: answer<EscalationRulesQuery>({ __typename: 'Query', table: rules(true, 28) }),
    ...answers,
  });
const section = () => page.getByRole('region', { name: 'Escaleren' });

test('the agreements stand there; who may not change them gets no button', async () => {
  show(false);
  await expect.element(section().getByText('geeft een wethouder akkoord')).toBeVisible();
  await expect.element(section().getByText('binnen 28 dagen')).toBeVisible();
  expect(section().getByRole('button').elements()).toEqual([]);
});

test('the secretary changes them; a refusal stands at its field', async () => {
  let times = 0;
  const { asked } = show(true, {
    ChangeEscalationRules: () =>
      answer<ChangeEscalationRulesMutation>({
        __typename: 'Mutation',
        changeEscalationRules: {
          __typename: 'TablePayload',
          table: times === 0 ? null : rules(false, 14),
          problems:
            times++ === 0
              ? [
                  {
                    __typename: 'FieldProblem',
                    code: 'OUT_OF_RANGE',
                    message: 'De termijn is 1 tot 180 dagen.',
                    path: ['input', 'answerTermDays'],
                  },
                ]
              : [],
        },
      }),
  });
  await section().getByRole('button', { name: 'Wijzig' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(dialog.getByText('De termijn is 1 tot 180 dagen.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Afspraken over escaleren bewaard')).toBeVisible();
  await expect.element(section().getByText('is geen akkoord nodig')).toBeVisible();
  expect(asked.find(({ name }) => name === 'ChangeEscalationRules')?.variables['input']).toEqual({
    tableId: 'west',
    needsAgreement: false,
    answerTermDays: 28,
  });
});
