import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  agendaItem,
  changing,
  heldAnswers,
  heldMeeting,
  person,
  preparedItem,
  reason,
  refusing,
  suggestion,
  type Held,
  type PreparedSuggestion,
  type Reason,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const opening = agendaItem('i1', 'Opening', 100);
const soil = suggestion('soil', 'Gesloten grondbalans', 30, {
  homesWaiting: 85,
  reasons: [reason('DECISION_NEEDED', { on: '2026-12-10' })],
});
const power = suggestion('power', 'Stroom Leikade', 25, { reasons: [reason('ESCALATION_WAITING', { open: 2 })] });
const ladder = suggestion('ladder', 'Laddertoets', 20, { reasons: [reason('NOTE_REVIEW', { on: '2026-12-15' })] });

interface Sent {
  input: { meetingId: string; expectedVersion: number; keys: string[] };
}
const keysOf = ({ asked }: ShownApp, name: string): Sent['input'][] =>
  asked.filter((one) => one.name === name).map(({ variables }) => (variables as unknown as Sent).input);

/** The meeting as the server holds it, and the page on it. */
function show(held: Held, answers: Answers = {}): ShownApp {
  return renderApp('/vergaderingen/m1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(held),
    ...answers,
  });
}
const suggesting = (...suggestions: PreparedSuggestion[]): Held => ({ agenda: [opening], prepared: { suggestions } });
const added = ({ title, key, minutes }: PreparedSuggestion) => agendaItem(key, title, minutes);
/** Puts what was asked on the agenda, as the server does. */
const accepting = (held: Held) =>
  changing(held, 'acceptSuggestions', (now, { keys }: Sent['input']) => {
    const open = now.prepared?.suggestions ?? [];
    now.agenda = [...now.agenda, ...keys.flatMap((key) => open.filter((one) => one.key === key).map(added))];
    now.prepared = { ...now.prepared, suggestions: open.filter(({ key }) => !keys.includes(key)) };
  });
const titles = (): string[] =>
  [...document.querySelectorAll('.tt h3')].map((heading) => heading.textContent.replace(/^\d+ /, '').trim());

test('what fits stands apart from what does not, and the box says how long all of it would run over', async () => {
  show(suggesting(soil, power, ladder));
  await expect.element(page.getByRole('heading', { name: 'Voorstel voor de agenda' })).toBeVisible();
  await expect.element(page.getByText('2 passen er nog bij')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Past niet: 1 voorstel, 25 minuten' })).toBeVisible();
  await expect.element(page.getByText('+25 min, tot 16:25')).toBeVisible();
  await expectAccessiblePage();
});

const october = { __typename: 'Meeting' as const, id: 'm0', startsAt: '2026-10-15T11:30:00.000Z' };
test.each<[string, Reason]>([
  ['Vast punt', reason('FIXED')],
  ['Uit het sjabloon', reason('TEMPLATE')],
  ['Hierom: het verslag van do 15 okt is nog niet vastgesteld', reason('MINUTES_TO_ADOPT', { meeting: october })],
  ['Hierom: één afspraak is te laat, 2 lopen nog, 6 zijn af', reason('PROMISES', { late: 1, open: 2, done: 6 })],
  ['Hierom: overgedragen van do 15 okt', reason('CARRIED_OVER', { meeting: october })],
  ['Hierom: voorgesteld door Adviseur wonen', reason('PROPOSED', { person: person('p', 'Adviseur wonen') })],
  ['Hierom: 2 escalaties wachten op antwoord', reason('ESCALATION_WAITING', { open: 2 })],
  ['Hierom: een escalatie wacht op antwoord, termijn do 3 dec', reason('ESCALATION_WAITING', { on: '2026-12-03' })],
  ['Hierom: besluit nodig vóór do 10 dec', reason('DECISION_NEEDED', { on: '2026-12-10' })],
  ['Hierom: start bouw op do 10 dec', reason('CONSTRUCTION_STARTS', { on: '2026-12-10' })],
  ['Hierom: de volgende stap had er do 12 nov moeten zijn', reason('CASE_OVERDUE', { on: '2026-11-12' })],
  [
    'Hierom: “De Energiewet” raakt een notitie waarop dit rust',
    reason('LAW_CHANGED', { legalEvent: { __typename: 'LegalEvent', id: 'le1', title: 'De Energiewet' } }),
  ],
  ['Hierom: de notitie moet vóór di 15 dec zijn herzien', reason('NOTE_REVIEW', { on: '2026-12-15' })],
  ['Hierom: de gemeente had op do 12 nov antwoord moeten hebben', reason('FEEDBACK_OVERDUE', { on: '2026-11-12' })],
  ['Hierom: 3 gemeenten wachten te lang op antwoord', reason('FEEDBACK_OVERDUE', { late: 3 })],
  ['Hierom: in behandeling genomen en wacht op een plek', reason('READY')],
])('says “%s”', async (words, why) => {
  show(suggesting({ ...soil, reasons: [why] }));
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});

test('an item on the agenda keeps saying why it is there', async () => {
  const why = [reason('DECISION_NEEDED', { on: '2026-12-10' })];
  show({ agenda: [opening], prepared: { items: [preparedItem('i1', { why })] } });
  await expect.element(page.getByText('Hierom: besluit nodig vóór do 10 dec')).toBeVisible();
});

test('one press puts it on, and ten seconds long it can still go off', async () => {
  const held = suggesting(soil, power);
  const app = show(held, {
    AcceptSuggestions: accepting(held),
    RemoveAgendaItem: changing(held, 'removeAgendaItem', (now, { itemId }: { itemId: string }) => {
      now.agenda = now.agenda.filter(({ id }) => id !== itemId);
    }),
  });
  await page.getByRole('button', { name: 'Zet erin Gesloten grondbalans' }).click();
  await expect.poll(titles).toEqual(['Opening', 'Gesloten grondbalans']);
  expect(keysOf(app, 'AcceptSuggestions')).toEqual([{ meetingId: 'm1', expectedVersion: 1, keys: ['soil'] }]);
  await expect.element(page.getByText('Gesloten grondbalans staat op de agenda')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(titles).toEqual(['Opening']);
});

test('all that fits goes on in one press, in its order', async () => {
  const held = suggesting(soil, power, ladder);
  const app = show(held, { AcceptSuggestions: accepting(held) });
  await page.getByRole('button', { name: 'Zet alles wat past erin, 50 min' }).click();
  await expect.poll(titles).toEqual(['Opening', 'Gesloten grondbalans', 'Laddertoets']);
  expect(keysOf(app, 'AcceptSuggestions')[0]?.keys).toEqual(['soil', 'ladder']);
  await expect.element(page.getByText('2 punten staan op de agenda')).toBeVisible();
});

test('an empty agenda opens with its first draft', async () => {
  const held: Held = { agenda: [], prepared: { suggestions: [soil, power] } };
  const app = show(held, { AcceptSuggestions: accepting(held) });
  await expect.element(page.getByText('2 punten passen, samen 55 minuten. Elk zegt erbij waarom.')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Maak de eerste opzet' }).click();
  await expect.poll(titles).toEqual(['Gesloten grondbalans', 'Stroom Leikade']);
  expect(keysOf(app, 'AcceptSuggestions')[0]?.keys).toEqual(['soil', 'power']);
});

test('what is put aside can be proposed again', async () => {
  const held = suggesting(soil);
  const app = show(held, {
    DropSuggestions: changing(held, 'dropSuggestions', (now) => {
      now.prepared = { droppedSuggestions: [soil] };
    }),
    RestoreSuggestions: changing(held, 'restoreSuggestions', (now) => {
      now.prepared = { suggestions: [soil] };
    }),
  });
  await page.getByRole('button', { name: 'Niet nu Gesloten grondbalans' }).click();
  await page.getByRole('button', { name: 'Nu niet' }).click();
  await page.getByRole('button', { name: 'Stel weer voor Gesloten grondbalans' }).click();
  await expect.element(page.getByRole('button', { name: 'Zet erin Gesloten grondbalans' })).toBeVisible();
  expect(keysOf(app, 'RestoreSuggestions')[0]?.keys).toEqual(['soil']);
});

test('the opening and closing that every meeting has come before what is urgent', async () => {
  show(suggesting({ ...soil, minutes: 45 }, suggestion('closing', 'Rondvraag', 10, { reasons: [reason('FIXED')] })));
  await expect.element(page.getByRole('heading', { name: 'Past niet: 1 voorstel, 45 minuten' })).toBeVisible();
});

test('what does not fit goes to the next meeting, on its own version', async () => {
  const app = show(suggesting({ ...soil, minutes: 90 }), {
    AcceptSuggestions: {
      acceptSuggestions: {
        __typename: 'MeetingPayload',
        meeting: heldMeeting({ agenda: [agendaItem('n1', soil.title, 90)], id: 'm2', version: 8 }),
        item: { __typename: 'AgendaItem', id: 'n1' },
        problems: [],
      },
    },
  });
  await page.getByRole('button', { name: /^Naar .*Gesloten grondbalans$/ }).click();
  await expect.element(page.getByText(/^Gesloten grondbalans staat op de agenda van 14.jan.2027$/)).toBeVisible();
  expect(keysOf(app, 'AcceptSuggestions')).toEqual([{ meetingId: 'm2', expectedVersion: 7, keys: ['soil'] }]);
});

test.each([
  ['Zet erin Gesloten grondbalans', 'AcceptSuggestions', 'acceptSuggestions'],
  ['Niet nu Gesloten grondbalans', 'DropSuggestions', 'dropSuggestions'],
])('a refusal of “%s” is said, and the suggestion is there again', async (button, operation, field) => {
  show(suggesting(soil), { [operation]: refusing(field, 'keys', 'Dit voorstel is er niet meer.') });
  await page.getByRole('button', { name: button }).click();
  await expect.element(page.getByText('Dit voorstel is er niet meer.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: button })).toBeVisible();
});

test('what a colleague did meanwhile stays: it is sent again on their version', async () => {
  const held = suggesting(soil);
  const accept = accepting(held);
  const app = show(held, {
    AcceptSuggestions: (variables) => {
      if ((variables as unknown as Sent).input.expectedVersion === 5) return accept(variables);
      held.agenda = [agendaItem('i9', 'Van een ander', 10), opening];
      held.version = 5;
      return {
        acceptSuggestions: {
          __typename: 'MeetingPayload',
          meeting: null,
          item: null,
          problems: [
            {
              __typename: 'ConflictProblem',
              code: 'CONFLICT',
              message: 'Iemand anders was sneller.',
              path: ['input', 'expectedVersion'],
              currentVersion: 5,
              changedAt: '2026-11-23T13:30:00Z',
              changedBy: person('chair', 'Voorzitter tafel West'),
              current: heldMeeting(held),
            },
          ],
        },
      };
    },
  });
  await page.getByRole('button', { name: 'Zet erin Gesloten grondbalans' }).click();
  await expect.poll(titles).toEqual(['Van een ander', 'Opening', 'Gesloten grondbalans']);
  expect(keysOf(app, 'AcceptSuggestions').map(({ expectedVersion }) => expectedVersion)).toEqual([1, 5]);
});

test('what could not be fetched is said and can be asked again, and the agenda stands', async () => {
  const held = suggesting(soil);
  const { MeetingPreparation } = heldAnswers(held);
  let down = true;
  show(held, {
    MeetingPreparation: () => {
      if (down) throw new Error('down');
      return MeetingPreparation();
    },
  });
  await expect.element(page.getByText(/konden niet worden opgehaald/)).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Opening/ })).toBeVisible();
  down = false;
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect.element(page.getByRole('button', { name: 'Zet erin Gesloten grondbalans' })).toBeVisible();
});

test('who does not prepare the meeting is offered nothing', async () => {
  show({ ...suggesting(soil), leads: false });
  await expect.element(page.getByRole('heading', { name: 'Kom je?' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Zet erin/ })).not.toBeInTheDocument();
});

test('sixty items and long words fit a phone', async () => {
  const long = 'Gemeentegrensoverschrijdende woningbehoefteramingsactualiseringsnotitie';
  show({
    agenda: Array.from({ length: 60 }, (_, index) => agendaItem(`x${index}`, `${long} ${index}`, 5)),
    prepared: { suggestions: [suggestion('long', long, 400)] },
  });
  await expect.element(page.getByText(/150 minuten te veel/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /^Past niet/ })).toBeVisible();
  await page.viewport(320, 800);
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1280, 800);
});
