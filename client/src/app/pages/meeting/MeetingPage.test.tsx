import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  MeetingPageQuery,
  MoveAgendaItemMutation,
  RecordOutcomeMutation,
  RemoveAgendaItemMutation,
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

const sits = 'Dat kan de voorzitter of de secretaris van de tafel.';

function agendaItem(id: string, title: string, minutes: number, more: object = {}) {
  return {
    __typename: 'AgendaItem' as const,
    id,
    position: 0,
    title,
    purpose: 'DISCUSS' as const,
    minutes,
    startsAt: '',
    presenterText: null,
    presenter: null,
    proposedDecision: '',
    outcome: '',
    homesWaiting: 0,
    closedPart: false,
    subjects: [],
    ...more,
  };
}
type Item = ReturnType<typeof agendaItem>;

const opening = agendaItem('i1', 'Opening', 10);
const soil = agendaItem('i2', 'Gesloten grondbalans', 30, {
  presenterText: 'Projectleider',
  homesWaiting: 85,
  proposedDecision: 'Akkoord met één grondbalans',
});
const closing = agendaItem('i3', 'Rondvraag', 110);
const three = [opening, soil, closing];

function meeting(items: readonly Item[], { leads = true, version = 1 } = {}) {
  let minutes = 0;
  return {
    __typename: 'Meeting' as const,
    id: 'm1',
    version,
    meetingState: 'PUBLISHED' as const,
    startsAt: '2026-12-10T12:30:00.000Z',
    endsAt: '2026-12-10T15:00:00.000Z',
    location: 'Provinciehuis, Zwolle',
    submitBy: '2026-11-26',
    papersBy: '2026-12-03',
    minutesBy: '2026-12-17',
    plannedMinutes: 150,
    availableMinutes: 150,
    publishedAt: '2026-11-20T09:00:00Z',
    unpublishedChanges: leads ? version - 1 : 0,
    movedFrom: null,
    cancelReason: '',
    cancelledBy: null,
    ofSeries: false,
    laterInSeries: 0,
    viewerCan: ['EDIT_AGENDA', 'PUBLISH', 'RECORD_OUTCOME'].map((verb) => ({
      __typename: 'Ability' as const,
      verb,
      allowed: leads,
      reason: leads ? null : sits,
    })),
    items: items.map((item, index) => {
      const startsAt = new Date(Date.parse('2026-12-10T12:30:00Z') + minutes * 60_000).toISOString();
      minutes += item.minutes;
      return { ...item, position: index + 1, startsAt };
    }),
  };
}

const whole = (items: readonly Item[], options = {}): object =>
  answer<MeetingPageQuery>({
    __typename: 'Query',
    meeting: {
      ...meeting(items, options),
      table: {
        __typename: 'AccelerationTable',
        id: 'west',
        slug: 'west-overijssel',
        name: 'Regionale versnellingstafel West-Overijssel',
        shortName: 'West-Overijssel',
        members: ['a', 'b'].map((id) => ({
          __typename: 'Membership',
          table: { __typename: 'AccelerationTable', id: 'west' },
          person: { __typename: 'Person', id },
        })),
        meetings: { __typename: 'MeetingConnection', edges: [] },
      },
    },
  });

const none = { __typename: 'Query', bottlenecks: { __typename: 'BottleneckConnection', totalCount: 0, edges: [] } };
const done = (items: readonly Item[], version: number) => ({
  __typename: 'MeetingPayload' as const,
  meeting: meeting(items, { version }),
  item: null,
  problems: [],
});
const conflict = (items: readonly Item[], version: number) => ({
  __typename: 'MeetingPayload' as const,
  meeting: null,
  item: null,
  problems: [
    {
      __typename: 'ConflictProblem' as const,
      code: 'CONFLICT',
      message: 'Iemand anders was sneller.',
      path: ['input', 'expectedVersion'],
      currentVersion: version,
      changedAt: '2026-11-23T13:30:00Z',
      changedBy: { __typename: 'Person' as const, id: 'chair', name: 'Voorzitter tafel West' },
      current: meeting(items, { version }),
    },
  ],
});
type Input = { input: { itemId: string; expectedVersion: number; position?: number; outcome?: string } };

function show(answers: Answers = {}, path = '/vergaderingen/m1', options = {}): ShownApp {
  return renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    MeetingPage: whole(three, options),
    ReadyCases: none,
    ...answers,
  });
}
const titles = (): string[] =>
  [...document.querySelectorAll('.tt h3')].map((heading) => heading.textContent.replace(/^\d+ /, '').trim());

test('times follow from the order, and the minutes say whether it fits', async () => {
  show();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Agenda, donderdag/ })).toBeVisible();
  await expect.element(page.getByText('sluit precies')).toBeVisible();
  await expect.element(page.getByRole('row', { name: '13:40 Gesloten grondbalans' })).toBeVisible();
  await expect.element(page.getByRole('list', { name: /^Op weg naar/ })).toBeVisible();
  await expectAccessiblePage();
});

test('three presses of Alt and an arrow are three moves, each on the version of the one before', async () => {
  let items = [...three];
  let version = 1;
  const { asked } = show({
    MoveAgendaItem: (variables) => {
      const { input } = variables as unknown as Input;
      if (input.expectedVersion !== version)
        return answer<MoveAgendaItemMutation>({ __typename: 'Mutation', moveAgendaItem: conflict(items, version) });
      const moving = items.find(({ id }) => id === input.itemId)!;
      items = items.filter((item) => item !== moving).toSpliced(input.position! - 1, 0, moving);
      version += 1;
      return answer<MoveAgendaItemMutation>({ __typename: 'Mutation', moveAgendaItem: done(items, version) });
    },
  });
  await expect.element(page.getByRole('row', { name: /Opening/ })).toBeVisible();
  document.querySelector<HTMLElement>('[role=row][data-key=i1]')?.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowUp}{/Alt}');
  expect(titles()).toEqual(['Gesloten grondbalans', 'Opening', 'Rondvraag']);
  await expect.poll(() => version).toBe(4);
  expect(titles()).toEqual(['Gesloten grondbalans', 'Opening', 'Rondvraag']);
  const sent = asked
    .filter(({ name }) => name === 'MoveAgendaItem')
    .map(({ variables }) => (variables as unknown as Input).input.expectedVersion);
  expect(sent).toEqual([1, 2, 3]);
  await expect.element(page.getByText('3 wijzigingen nog niet gepubliceerd')).toBeVisible();
});

test('the letters of the page work with the focus on an item too', async () => {
  show();
  const link = page.getByRole('link', { name: 'Gesloten grondbalans' });
  await expect.element(page.getByRole('button', { name: 'Verplaats Gesloten grondbalans' })).toBeVisible();
  (link.element() as HTMLElement).focus();
  await userEvent.keyboard('p');
  await expect.element(page.getByRole('dialog')).toBeVisible();
});

test.each([
  ['Bewaar deze keuze', ['Gesloten grondbalans', 'Opening', 'Rondvraag', 'Nieuw punt']],
  ['Laat die van de ander staan', ['Rondvraag', 'Nieuw punt', 'Opening', 'Gesloten grondbalans']],
])('a colleague moved too, and “%s” decides', async (button, expected) => {
  const added = agendaItem('i4', 'Nieuw punt', 5);
  let items = [closing, added, opening, soil];
  let version = 2;
  show({
    MoveAgendaItem: (variables) => {
      const { input } = variables as unknown as Input;
      if (input.expectedVersion !== version)
        return answer<MoveAgendaItemMutation>({ __typename: 'Mutation', moveAgendaItem: conflict(items, version) });
      const moving = items.find(({ id }) => id === input.itemId)!;
      items = items.filter((item) => item !== moving).toSpliced(input.position! - 1, 0, moving);
      version += 1;
      return answer<MoveAgendaItemMutation>({ __typename: 'Mutation', moveAgendaItem: done(items, version) });
    },
  });
  await expect.element(page.getByRole('row', { name: /Opening/ })).toBeVisible();
  document.querySelector<HTMLElement>('[role=row][data-key=i1]')?.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  const dialog = page.getByRole('dialog', { name: 'Iemand was sneller' });
  await expect.element(dialog.getByText(/Voorzitter tafel West wijzigde de agenda/)).toBeVisible();
  await dialog.getByRole('button', { name: button }).click();
  await expect.poll(titles).toEqual(expected);
});

test('a colleague who changed something else is no question', async () => {
  let version = 2;
  show({
    MoveAgendaItem: (variables) => {
      const longer = [opening, { ...soil, minutes: 25 }, closing];
      if ((variables as unknown as Input).input.expectedVersion !== version)
        return answer<MoveAgendaItemMutation>({ __typename: 'Mutation', moveAgendaItem: conflict(longer, version) });
      version += 1;
      return answer<MoveAgendaItemMutation>({
        __typename: 'Mutation',
        moveAgendaItem: done([{ ...soil, minutes: 25 }, opening, closing], version),
      });
    },
  });
  await expect.element(page.getByRole('row', { name: /Opening/ })).toBeVisible();
  document.querySelector<HTMLElement>('[role=row][data-key=i1]')?.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(page.getByText(/nog 5 minuten vrij/)).toBeVisible();
  expect(titles()).toEqual(['Gesloten grondbalans', 'Opening', 'Rondvraag']);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a refusal puts the agenda back and says why', async () => {
  show({
    RemoveAgendaItem: answer<RemoveAgendaItemMutation>({
      __typename: 'Mutation',
      removeAgendaItem: {
        __typename: 'MeetingPayload',
        meeting: null,
        item: null,
        problems: [
          {
            __typename: 'FieldProblem',
            code: 'MEETING_OVER',
            message: 'Deze vergadering is voorbij.',
            path: ['input', 'itemId'],
          },
        ],
      },
    }),
  });
  await page.getByRole('button', { name: 'Verplaats Opening' }).click();
  await page.getByRole('menuitem', { name: 'Haal van de agenda' }).click();
  await expect.element(page.getByText('Deze vergadering is voorbij.')).toBeVisible();
  expect(titles()).toEqual(['Opening', 'Gesloten grondbalans', 'Rondvraag']);
});

test('what was taken off comes back with all that stood on it', async () => {
  const { asked } = show({
    RemoveAgendaItem: answer<RemoveAgendaItemMutation>({
      __typename: 'Mutation',
      removeAgendaItem: done([opening, closing], 2),
    }),
    AddAgendaItem: { addAgendaItem: { ...done(three, 3), item: { __typename: 'AgendaItem', id: 'i2' } } },
  });
  await page.getByRole('button', { name: 'Verplaats Gesloten grondbalans' }).click();
  await page.getByRole('menuitem', { name: 'Haal van de agenda' }).click();
  await expect.poll(titles).toEqual(['Opening', 'Rondvraag']);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(titles).toEqual(['Opening', 'Gesloten grondbalans', 'Rondvraag']);
  expect(asked.find(({ name }) => name === 'AddAgendaItem')?.variables['input']).toMatchObject({
    title: 'Gesloten grondbalans',
    minutes: 30,
    position: 2,
    presenterText: 'Projectleider',
    proposedDecision: 'Akkoord met één grondbalans',
  });
});

test('a participant reads what was published, and of the closed part only when', async () => {
  const secret = agendaItem('i3', 'Besloten deel', 20, { closedPart: true });
  show({ MeetingPage: whole([opening, soil, secret], { leads: false }) });
  await expect.element(page.getByText('niet voor jou te zien')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Gesloten grondbalans' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Besloten deel' })).not.toBeInTheDocument();
  await expect.element(page.getByText(`Wijzigen? ${sits}`)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Publiceer/ })).not.toBeInTheDocument();
  await expectAccessiblePage();
});

test('not there and not yours read the same', async () => {
  show({ MeetingPage: answer<MeetingPageQuery>({ __typename: 'Query', meeting: null }) });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Dit is er niet voor jou' })).toBeVisible();
});

test('at the table the proposed decision becomes what was agreed, and what is typed survives a reload', async () => {
  const outcome = 'Akkoord met één grondbalans';
  const { asked } = show(
    {
      RecordOutcome: answer<RecordOutcomeMutation>({
        __typename: 'Mutation',
        recordOutcome: done([opening, { ...soil, outcome }, closing], 2),
      }),
    },
    '/vergaderingen/m1?punt=i2',
  );
  await expect.element(page.getByRole('heading', { level: 1, name: 'Gesloten grondbalans' })).toBeVisible();
  await page.getByRole('button', { name: 'Neem het voorgestelde besluit over' }).click();
  await expect.element(page.getByRole('textbox', { name: /^Afspraak of besluit/ })).toHaveValue(outcome);
  await expect.poll(() => localStorage.getItem('draft:outcome:me:i2')).toBe(JSON.stringify(outcome));
  await page.getByRole('button', { name: /^Leg vast/ }).click();
  await expect.element(page.getByText('afspraak vastgelegd')).toBeVisible();
  expect(asked.find(({ name }) => name === 'RecordOutcome')?.variables['input']).toEqual({
    itemId: 'i2',
    expectedVersion: 1,
    outcome,
  });
  await expect.poll(() => localStorage.getItem('draft:outcome:me:i2')).toBeNull();
  await expectAccessiblePage();
});

test('the next item takes the focus to its heading', async () => {
  show({}, '/vergaderingen/m1?punt=i1');
  await page.getByRole('link', { name: 'Volgend punt: Gesloten grondbalans' }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Gesloten grondbalans' });
  await expect.element(heading).toHaveFocus();
  await userEvent.keyboard('k');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Opening' })).toHaveFocus();
});
