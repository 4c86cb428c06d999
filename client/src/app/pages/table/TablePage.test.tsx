import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  CancelMeetingMutation,
  RescheduleMeetingMutation,
  RestoreMeetingMutation,
  TablePageQuery,
  UndoRescheduleMutation,
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

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
type Meeting = NonNullable<TablePageQuery['table']>['meetings']['edges'][number]['node'];
type Full = Meeting & NonNullable<NonNullable<TablePageQuery['table']>['nextMeeting']> & Record<string, unknown>;

const verbs = (allowed: readonly string[]) =>
  ['RESCHEDULE', 'CANCEL', 'RESTORE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: allowed.includes(verb),
    reason: allowed.includes(verb) ? null : 'Dat kan de voorzitter of de secretaris van de tafel.',
  }));
const leader = ['RESCHEDULE', 'CANCEL'];

function meeting(id: string, days: number, more: object = {}, can: readonly string[] = leader): Full {
  const state = 'DRAFT' as const;
  return {
    __typename: 'Meeting',
    id,
    version: 1,
    state,
    meetingState: state,
    startsAt: `${dayIn(days)}T12:30:00Z`,
    endsAt: `${dayIn(days)}T15:00:00Z`,
    location: 'Provinciehuis, Zwolle',
    submitBy: dayIn(days - 14),
    papersBy: dayIn(days - 7),
    minutesBy: dayIn(days + 7),
    publishedAt: null,
    movedFrom: null,
    cancelReason: '',
    ofSeries: true,
    laterInSeries: 2,
    plannedMinutes: 0,
    viewerCan: verbs(can),
    table: { __typename: 'AccelerationTable', id: 'west', shortName: 'West-Overijssel' },
    items: [],
    run: null,
    ...more,
  } as unknown as Full;
}

function tablePage(
  meetings: readonly Full[],
  { next = null as Full | null, week = 2 as number | null, sets = true } = {},
): object {
  return answer<TablePageQuery>({
    __typename: 'Query',
    table: {
      __typename: 'AccelerationTable',
      id: 'west',
      name: 'Regionale versnellingstafel West-Overijssel',
      level: 'REGIONAL',
      region: null,
      parent: null,
      rhythm: { __typename: 'TableRhythm', week, weekday: week === null ? null : 4, starts: '13:30', ends: '16:00' },
      viewerCan: [{ __typename: 'Ability', verb: 'CHANGE_RHYTHM', allowed: sets, reason: sets ? null : 'Nee.' }],
      nextMeeting: next,
      meetings: {
        __typename: 'MeetingConnection',
        edges: meetings.map((node) => ({ __typename: 'MeetingEdge', cursor: node.id, node })),
      },
      members: [],
    },
    bottlenecks: { __typename: 'BottleneckConnection', totalCount: 0, homesWaiting: 0, edges: [] },
  } as unknown as Parameters<typeof answer<TablePageQuery>>[0]);
}

function show(data: object, answers: Answers = {}): ShownApp {
  return renderApp('/tafels/west-overijssel', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(11),
    TablePage: data,
    ...answers,
  });
}
const askedOf = ({ asked }: ShownApp, name: string) => asked.filter((one) => one.name === name);

/** What the server answers when something became of meetings. */
function became(name: string, meetings: readonly Full[]): object {
  const [first = null] = meetings;
  return answer<RescheduleMeetingMutation | UndoRescheduleMutation | CancelMeetingMutation | RestoreMeetingMutation>({
    __typename: 'Mutation',
    [name]: { __typename: 'SeriesPayload', meeting: first, meetings, problems: [] },
  } as never);
}
const refused = (name: string, problems: readonly object[]): object =>
  ({
    __typename: 'Mutation',
    [name]: { __typename: 'SeriesPayload', meeting: null, meetings: [], problems },
  }) as object;

async function open(entry: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Latere vergaderingen' })
    .getByRole('button', { name: /^Meer met de vergadering/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('says when the table meets, and what happened to a date', async () => {
  show(
    tablePage([
      meeting('m1', 20),
      meeting('m2', 50, { movedFrom: `${dayIn(48)}T12:30:00Z` }),
      meeting('m3', 80, { state: 'CANCELLED', meetingState: 'CANCELLED', cancelReason: 'De zaal is dicht' }, [
        'RESTORE',
      ]),
    ]),
  );
  await expect
    .element(page.getByRole('link', { name: 'elke tweede donderdag van de maand, 13:30–16:00' }))
    .toHaveAttribute('href', '/tafels/west-overijssel/ritme');
  const list = page.getByRole('list', { name: 'Latere vergaderingen' });
  await expect.element(list.getByText(/verplaatst van/)).toBeVisible();
  await expect.element(list.getByText('gaat niet door: De zaal is dicht')).toBeVisible();
  await expectAccessiblePage();
});

test('who may neither move nor cancel sees no menu', async () => {
  show(tablePage([meeting('m1', 20, {}, [])], { sets: false }));
  await expect.element(page.getByRole('list', { name: 'Latere vergaderingen' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Meer met de vergadering/ })).not.toBeInTheDocument();
});

test.each([
  [true, null, 'Leg het ritme vast'],
  [true, 2, 'Maak de vergaderingen van de reeks'],
] as const)('without a next meeting, who sets the rhythm (%s, week %s) is shown the way', async (sets, week, name) => {
  show(tablePage([], { sets, week }));
  await expect
    .element(page.getByRole('region', { name: 'Volgende tafel' }).getByRole('link', { name }))
    .toHaveAttribute('href', '/tafels/west-overijssel/ritme');
});

test('without a next meeting others read who plans it', async () => {
  show(tablePage([], { sets: false, week: null }));
  await expect.element(page.getByText('De secretaris plant de volgende vergadering.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Leg het ritme vast' })).not.toBeInTheDocument();
});

test('a meeting moves to another time, with the later ones, and back again', async () => {
  const first = meeting('m1', 20);
  const moved = { ...first, version: 2, startsAt: `${dayIn(20)}T08:00:00Z`, movedFrom: first.startsAt };
  const shown = show(tablePage([first, meeting('m2', 50)]), {
    RescheduleMeeting: became('rescheduleMeeting', [moved, meeting('m2', 51)]),
    UndoReschedule: became('undoReschedule', [{ ...first, version: 3 }]),
  });
  await open('Verplaats');
  const dialog = page.getByRole('dialog', { name: 'Waarheen verplaats je de vergadering?' });
  await expect.element(dialog.getByText(/niemand krijgt bericht/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Begint' }).fill('9');
  await dialog.getByRole('textbox', { name: 'Eindigt' }).fill('10.30');
  await dialog.getByRole('radio', { name: /Deze en alle latere/ }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^Vergadering verplaatst naar .*; 1 latere schoven mee$/)).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  const input = askedOf(shown, 'RescheduleMeeting')[0]?.variables['input'] as Record<string, string>;
  expect(input).toMatchObject({
    meetingId: 'm1',
    expectedVersion: 1,
    location: 'Provinciehuis, Zwolle',
    scope: 'FROM_HERE',
  });
  // Nine on the clock, whether it is winter or summer.
  const hour = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
  expect([input['startsAt'], input['endsAt']].map((moment) => hour.format(new Date(String(moment))))).toEqual([
    '09:00',
    '10:30',
  ]);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('De vergadering staat weer waar ze stond')).toBeVisible();
  expect(askedOf(shown, 'UndoReschedule')[0]?.variables['input']).toEqual({ meetingId: 'm1', expectedVersion: 2 });
});

test('what is wrong with a new time stands at its field, here and from the server', async () => {
  const shown = show(tablePage([meeting('m1', 20, { laterInSeries: 0 })]), {
    RescheduleMeeting: refused('rescheduleMeeting', [
      {
        __typename: 'FieldProblem',
        code: 'MEETING_OVERLAPS',
        message: 'Deze tafel vergadert dan al.',
        path: ['input', 'startsAt'],
      },
    ]),
  });
  await open('Verplaats');
  const dialog = page.getByRole('dialog', { name: 'Waarheen verplaats je de vergadering?' });
  await expect.element(dialog.getByRole('radio', { name: /Deze en alle latere/ })).not.toBeInTheDocument();
  await dialog.getByRole('textbox', { name: 'Eindigt' }).fill('13:00');
  await dialog.getByRole('textbox', { name: 'Plaats' }).fill(' ');
  await dialog.getByRole('button', { name: 'Verplaats' }).click();
  await expect.element(dialog.getByText('Kies een einde na het begin.')).toBeVisible();
  await expect.element(dialog.getByText('Schrijf waar de tafel bij elkaar komt.')).toBeVisible();
  expect(askedOf(shown, 'RescheduleMeeting')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Eindigt' }).fill('17:00');
  await dialog.getByRole('textbox', { name: 'Plaats' }).fill('Raalte');
  await dialog.getByRole('button', { name: 'Verplaats' }).click();
  await expect.element(dialog.getByText('Deze tafel vergadert dan al.')).toBeVisible();
});

test('a meeting is cancelled with a reason, its items go on, and it takes place after all', async () => {
  const first = meeting('m1', 20, { plannedMinutes: 40, publishedAt: '2026-11-20T09:00:00Z', version: 4 });
  const gone = { ...first, version: 5, state: 'CANCELLED', meetingState: 'CANCELLED', cancelReason: 'Ziek' };
  const shown = show(tablePage([first]), {
    CancelMeeting: became('cancelMeeting', [gone as never]),
    RestoreMeeting: became('restoreMeeting', [{ ...first, version: 6 }]),
  });
  await open('Zeg af');
  const dialog = page.getByRole('dialog', { name: /^Zeg je de vergadering van .* af\?$/ });
  await expect.element(dialog.getByText(/De leden van de tafel krijgen meteen bericht/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Zeg af' }).click();
  await expect.element(dialog.getByText('Schrijf in een paar woorden waarom.')).toBeVisible();
  expect(askedOf(shown, 'CancelMeeting')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Waarom gaat ze niet door?' }).fill(' Ziek ');
  await dialog.getByRole('checkbox', { name: /Schuif de agendapunten door/ }).click();
  await dialog.getByRole('button', { name: 'Zeg af' }).click();
  await expect.element(page.getByText(/^Vergadering van .* afgezegd$/)).toBeVisible();
  expect(askedOf(shown, 'CancelMeeting')[0]?.variables['input']).toEqual({
    meetingId: 'm1',
    expectedVersion: 4,
    reason: 'Ziek',
    scope: 'ONE',
    moveItems: true,
  });
  await expect.element(page.getByText('gaat niet door: Ziek')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText(/gaat weer door$/)).toBeVisible();
  expect(askedOf(shown, 'RestoreMeeting')[0]?.variables['input']).toEqual({
    meetingId: 'm1',
    expectedVersion: 5,
    scope: 'ONE',
  });
});

test('from here on no items go on, and what the server refuses is told', async () => {
  const shown = show(tablePage([meeting('m1', 20, { plannedMinutes: 40 })]), {
    CancelMeeting: refused('cancelMeeting', [
      {
        __typename: 'FieldProblem',
        code: 'MEETING_STARTED',
        message: 'De vergadering is al begonnen.',
        path: ['input', 'meetingId'],
      },
    ]),
  });
  await open('Zeg af');
  const dialog = page.getByRole('dialog', { name: /^Zeg je de vergadering/ });
  await dialog.getByRole('checkbox', { name: /Schuif de agendapunten door/ }).click();
  await dialog.getByRole('radio', { name: /Deze en alle latere/ }).click();
  await expect.element(dialog.getByRole('checkbox', { name: /Schuif/ })).not.toBeInTheDocument();
  await dialog.getByRole('textbox', { name: 'Waarom gaat ze niet door?' }).fill('De tafel stopt');
  await dialog.getByRole('button', { name: 'Zeg af' }).click();
  await expect.element(dialog.getByText('De vergadering is al begonnen.')).toBeVisible();
  expect(askedOf(shown, 'CancelMeeting')[0]?.variables['input']).toMatchObject({
    scope: 'FROM_HERE',
    moveItems: false,
  });
});

test('a cancelled meeting takes place after all, or it is told why not', async () => {
  const gone = meeting('m3', 80, { state: 'CANCELLED', meetingState: 'CANCELLED', cancelReason: 'Ziek' }, ['RESTORE']);
  const shown = show(tablePage([gone]), {
    RestoreMeeting: refused('restoreMeeting', [
      {
        __typename: 'FieldProblem',
        code: 'MEETING_OVERLAPS',
        message: 'Deze tafel vergadert dan al.',
        path: ['input', 'meetingId'],
      },
    ]),
  });
  await open('Laat toch doorgaan');
  await expect.element(page.getByText('Deze tafel vergadert dan al.')).toBeVisible();
  expect(askedOf(shown, 'RestoreMeeting')[0]?.variables['input']).toEqual({
    meetingId: 'm3',
    expectedVersion: 1,
    scope: 'ONE',
  });
});
