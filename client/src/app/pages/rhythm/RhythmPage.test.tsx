import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  ChangeRhythmMutation,
  PlanSeriesMutation,
  RhythmPageQuery,
  RhythmPreviewQuery,
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

const rhythm = {
  __typename: 'TableRhythm' as const,
  version: 3,
  week: 2 as number | null,
  weekday: 4 as number | null,
  starts: '13:30',
  ends: '16:00',
  location: 'Provinciehuis, Zwolle',
  submitDaysBefore: 14,
  papersDaysBefore: 7,
  minutesDaysAfter: 7,
  feedbackWorkingDays: 5,
  monthsWithout: [8],
  monthsAhead: 6,
  keepFilled: true,
};
const reason = 'Dat kan de voorzitter of de secretaris van de tafel.';
const ability = (verb: string, allowed: boolean) => ({
  __typename: 'Ability' as const,
  verb,
  allowed,
  reason: allowed ? null : reason,
});
const table = (more: Partial<typeof rhythm> = {}, allowed = true) => ({
  __typename: 'AccelerationTable' as const,
  id: 'west',
  slug: 'west-overijssel',
  name: 'Regionale versnellingstafel West-Overijssel',
  rhythm: { ...rhythm, ...more },
  viewerCan: [ability('CHANGE_RHYTHM', allowed), ability('PLAN_SERIES', allowed)],
});
const pageAnswer = (more: Partial<typeof rhythm> = {}, allowed = true): object =>
  answer<RhythmPageQuery>({ __typename: 'Query', table: table(more, allowed) });

type Dates = RhythmPreviewQuery['rhythmPreview']['dates'];
const noDeadlines = { submitBy: null, papersBy: null, minutesBy: null, feedbackBy: null };
const december: Dates[number] = {
  __typename: 'RhythmDate',
  month: '2026-12',
  ruleDay: '2026-12-10',
  holiday: null,
  day: '2026-12-10',
  startsAt: '2026-12-10T12:30:00Z',
  endsAt: '2026-12-10T15:00:00Z',
  submitBy: '2026-11-26',
  papersBy: '2026-12-03',
  minutesBy: '2026-12-17',
  feedbackBy: '2026-12-17',
  meeting: {
    __typename: 'Meeting',
    id: 'm12',
    meetingState: 'DRAFT',
    startsAt: '2026-12-10T12:30:00Z',
    publishedAt: null,
    movedFrom: null,
  },
};
const may: Dates[number] = {
  ...december,
  month: '2027-05',
  ruleDay: '2027-05-06',
  holiday: { __typename: 'HolidayFacts', holiday: 'ASCENSION_DAY', dayOff: true },
  day: '2027-05-13',
  startsAt: '2027-05-13T11:30:00Z',
  endsAt: '2027-05-13T14:00:00Z',
  meeting: null,
};
const august: Dates[number] = {
  ...december,
  ...noDeadlines,
  month: '2027-08',
  ruleDay: '2027-08-12',
  day: null,
  startsAt: null,
  endsAt: null,
  meeting: null,
};
const preview = (dates: Dates, message?: string): object =>
  answer<RhythmPreviewQuery>({
    __typename: 'Query',
    rhythmPreview: {
      __typename: 'RhythmPreview',
      dates,
      problems: message
        ? [{ __typename: 'FieldProblem', code: 'NO_MONTH_LEFT', message, path: ['input', 'monthsWithout'] }]
        : [],
    },
  });

function show(answers: Answers = {}): ShownApp {
  return renderApp('/tafels/west-overijssel/ritme', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(11),
    RhythmPage: pageAnswer(),
    RhythmPreview: preview([december, may, august]),
    ...answers,
  });
}
const askedOf = ({ asked }: ShownApp, name: string) => asked.filter((one) => one.name === name);
const saved = (more: Partial<typeof rhythm>): object =>
  answer<ChangeRhythmMutation>({
    __typename: 'Mutation',
    changeRhythm: { __typename: 'TablePayload', table: table({ version: 4, ...more }), problems: [] },
  });

test('the rhythm, and the dates it brings: why one is later, and why one is not there', async () => {
  show();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Ritme van de tafel' })).toBeVisible();
  await expect.element(page.getByText(/Elke tweede donderdag van de maand, 13:30–16:00/)).toBeVisible();
  const dates = page.getByRole('list', { name: 'Vergaderingen van de komende maanden' });
  await expect.element(dates.getByText(/Later dan anders: donderdag.6.mei.2027 is Hemelvaartsdag/)).toBeVisible();
  await expect.element(dates.getByText('Geen vergadering in augustus')).toBeVisible();
  await expect.element(dates.getByText(/indienen do.26.nov/).first()).toBeVisible();
  await expect
    .element(dates.getByRole('link', { name: /Donderdag 10 december/ }))
    .toHaveAttribute('href', '/vergaderingen/m12');
  await expect
    .element(page.getByRole('button', { name: /^Bewaar het ritme/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await expectAccessiblePage();
});

test('what is typed shows at once beside it, and only what changed is kept, with a way back', async () => {
  const shown = show({
    ChangeRhythm: ({ input }) => saved((input as { week?: number }).week === 2 ? {} : { week: 3 }),
  });
  await page.getByRole('combobox', { name: 'Week van de maand' }).selectOptions('Derde');
  await expect
    .poll(() => askedOf(shown, 'RhythmPreview').at(-1)?.variables['input'])
    .toMatchObject({ tableId: 'west', week: 3, weekday: 4, starts: '13:30' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Ritme bewaard')).toBeVisible();
  expect(askedOf(shown, 'ChangeRhythm')[0]?.variables['input']).toEqual({
    tableId: 'west',
    expectedVersion: 3,
    week: 3,
    weekday: 4,
  });
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => askedOf(shown, 'ChangeRhythm')).toHaveLength(2);
  expect(askedOf(shown, 'ChangeRhythm')[1]?.variables['input']).toMatchObject({ expectedVersion: 4, week: 2 });
  await expect.element(page.getByRole('combobox', { name: 'Week van de maand' })).toHaveValue('2');
});

test('without a fixed day there is no weekday to choose and no series', async () => {
  show({
    RhythmPage: pageAnswer({ week: null, weekday: null, location: '' }),
    RhythmPreview: preview([]),
  });
  await expect.element(page.getByText('Nog geen reeks')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Dag', exact: true })).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Week van de maand' }).selectOptions('Laatste');
  await expect.element(page.getByRole('combobox', { name: 'Dag', exact: true })).toHaveValue('4');
  await page.getByRole('button', { name: /^Bewaar het ritme/ }).click();
  await expect.element(page.getByRole('alert').getByText('Schrijf waar de tafel bij elkaar komt.')).toBeVisible();
  await expectAccessiblePage();
});

test('a time that is none is told before it is sent, and what was shown stays', async () => {
  const shown = show();
  await page.getByRole('textbox', { name: 'Eindigt' }).fill('vier uur');
  await page.getByRole('button', { name: /^Bewaar het ritme/ }).click();
  await expect.element(page.getByRole('alert').getByText('Schrijf een tijd, bijvoorbeeld 13:30.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Eindigt' }).fill('1300');
  await page.getByRole('button', { name: /^Bewaar het ritme/ }).click();
  await expect.element(page.getByRole('alert').getByText('Kies een einde na het begin.')).toBeVisible();
  expect(askedOf(shown, 'ChangeRhythm')).toEqual([]);
  await page.getByRole('button', { name: 'Gooi mijn wijzigingen weg' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Eindigt' })).toHaveValue('16:00');
});

test('what the server refuses stands at its field, and the preview says it while one types', async () => {
  const sentence = 'Zo vergadert deze tafel in geen enkele maand. Haal er minstens één weg.';
  show({
    ChangeRhythm: answer<ChangeRhythmMutation>({
      __typename: 'Mutation',
      changeRhythm: {
        __typename: 'TablePayload',
        table: null,
        problems: [
          { __typename: 'FieldProblem', code: 'NO_MONTH_LEFT', message: sentence, path: ['input', 'monthsWithout'] },
        ],
      },
    }),
    RhythmPreview: ({ input }) =>
      (input as { monthsWithout: number[] }).monthsWithout.length > 1 ? preview([], sentence) : preview([december]),
  });
  await expect.element(page.getByRole('link', { name: /Donderdag 10 december/ })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Juli' }).click();
  await expect.element(page.getByRole('status').getByText(sentence)).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Donderdag 10 december/ })).toBeVisible();
  await page.getByRole('button', { name: /^Bewaar het ritme/ }).click();
  await expect.element(page.getByRole('alert').getByText(sentence)).toBeVisible();
});

test('a colleague who was faster: what both changed is chosen side by side', async () => {
  let sent = 0;
  const shown = show({
    ChangeRhythm: () => {
      sent += 1;
      if (sent > 1) return saved({ week: 1, location: 'Raalte' });
      return answer<ChangeRhythmMutation>({
        __typename: 'Mutation',
        changeRhythm: {
          __typename: 'TablePayload',
          table: null,
          problems: [
            {
              __typename: 'ConflictProblem',
              code: 'CONFLICT',
              message: 'Iemand was sneller.',
              path: ['input', 'expectedVersion'],
              currentVersion: 4,
              changedAt: '2026-11-25T08:00:00Z',
              changedBy: { __typename: 'Person', id: 'c', name: 'Voorzitter West' },
              current: table({ version: 4, location: 'Kampen', week: 1 }),
            },
          ],
        },
      });
    },
  });
  await page.getByRole('textbox', { name: 'Plaats' }).fill('Raalte');
  await page.getByRole('button', { name: /^Bewaar het ritme/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Iemand was sneller' });
  await expect.element(dialog.getByText('Kampen')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bewaar deze keuze' }).click();
  await expect.poll(() => askedOf(shown, 'ChangeRhythm')).toHaveLength(2);
  // Theirs stands where only they changed it.
  expect(askedOf(shown, 'ChangeRhythm')[1]?.variables['input']).toEqual({
    tableId: 'west',
    expectedVersion: 4,
    location: 'Raalte',
  });
  await expect.element(page.getByRole('combobox', { name: 'Week van de maand' })).toHaveValue('1');
});

test('missing meetings and drafts on their old day are brought in line with one press', async () => {
  const old = { ...december, meeting: { ...december.meeting!, startsAt: '2026-12-17T12:30:00Z' } };
  const shown = show({
    RhythmPreview: preview([old, may]),
    PlanSeries: answer<PlanSeriesMutation>({
      __typename: 'Mutation',
      planSeries: { __typename: 'SeriesPayload', meetings: [{ __typename: 'Meeting', id: 'm5' }], problems: [] },
    }),
  });
  await expect.element(page.getByText('1 vergadering ontbreekt nog.')).toBeVisible();
  await expect.element(page.getByText('1 concept staat nog op een andere tijd.')).toBeVisible();
  await page.getByRole('button', { name: 'Werk de reeks bij' }).click();
  await expect.element(page.getByText('De reeks is bijgewerkt; nieuw: 1')).toBeVisible();
  expect(askedOf(shown, 'PlanSeries')[0]?.variables['input']).toEqual({ tableId: 'west', moveDrafts: true });
});

test('one that was moved by hand or cancelled is told, and stays', async () => {
  const movedByHand = {
    ...december,
    meeting: { ...december.meeting!, startsAt: '2026-12-11T12:30:00Z', movedFrom: '2026-12-10T12:30:00Z' },
  };
  const cancelled = { ...may, meeting: { ...december.meeting!, id: 'm5', meetingState: 'CANCELLED' as const } };
  show({ RhythmPreview: preview([movedByHand, cancelled]) });
  await expect.element(page.getByText(/en blijft daar/)).toBeVisible();
  await expect.element(page.getByText(/^Afgezegd/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Werk de reeks bij' })).not.toBeInTheDocument();
});

test('who may not change it reads it, and who may', async () => {
  show({ RhythmPage: pageAnswer({}, false) });
  await expect.element(page.getByText(reason)).toBeVisible();
  await expect.element(page.getByText('14 dagen ervoor')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Bewaar/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Werk de reeks bij' })).not.toBeInTheDocument();
  await expectAccessiblePage();
});

test('a table that is not there', async () => {
  show({ RhythmPage: answer<RhythmPageQuery>({ __typename: 'Query', table: null }) });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Ritme van de tafel' })).not.toBeInTheDocument();
});

test('dates that do not come can be asked for again, and the form stays', async () => {
  let fails = true;
  show({
    RhythmPreview: () => {
      if (fails) throw new Error('weg');
      return preview([december]);
    },
  });
  await expect.element(page.getByText('De datums konden niet komen')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Plaats' })).toHaveValue('Provinciehuis, Zwolle');
  fails = false;
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect.element(page.getByRole('link', { name: /Donderdag 10 december/ })).toBeVisible();
});
