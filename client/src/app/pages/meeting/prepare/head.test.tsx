import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  ability,
  agendaItem,
  changing,
  heldAnswers,
  person,
  refusing,
  type Held,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const secret = agendaItem('i2', 'Grondpositie Streekhof', 20, { closedPart: true, presenterText: 'Wethouder' });
const held = (more: Partial<Held> = {}): Held => ({ agenda: [agendaItem('i1', 'Opening', 10), secret], ...more });
function show(meeting: Held, answers: Answers = {}, path = '/vergaderingen/m1'): ShownApp {
  return renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(meeting),
    ...answers,
  });
}
const inputsOf = ({ asked }: ShownApp, name: string): unknown[] =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);
const dialog = page.getByRole('dialog');
const usual = {
  __typename: 'AgendaTemplate' as const,
  id: 't1',
  name: 'Gewone tafel',
  items: [{ __typename: 'AgendaTemplateItem' as const, title: 'Opening', minutes: 10 }],
};
const west = (...agendaTemplates: (typeof usual)[]) => ({
  __typename: 'AccelerationTable' as const,
  id: 'west',
  agendaTemplates,
});

test('the example shows what a participant will see, without the closed part', async () => {
  show(held());
  await page.getByRole('link', { name: 'Voorbeeld' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Voorbeeld/ })).toBeVisible();
  await expect.element(page.getByText('niet voor jou te zien')).toBeVisible();
  await expect.element(page.getByText('Grondpositie Streekhof')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Verplaats/ })).not.toBeInTheDocument();
  await expectAccessiblePage();
  await page.getByRole('link', { name: 'Terug naar bewerken' }).click();
  await expect.element(page.getByRole('link', { name: 'Grondpositie Streekhof' })).toBeVisible();
});

test('the example is for who prepares; another gets the agenda itself', async () => {
  show(held({ leads: false }), {}, '/vergaderingen/m1?voorbeeld=true');
  await expect.element(page.getByRole('heading', { level: 1, name: /^Agenda/ })).toBeVisible();
});

test('on the day the meeting begins with one press', async () => {
  const startsAt = new Date().toISOString();
  const meeting = held({ startsAt });
  const app = show(meeting, {
    StartMeeting: refusing('startMeeting', 'meetingId', 'Deze vergadering is al begonnen.'),
  });
  await page.getByRole('button', { name: 'Begin de vergadering' }).click();
  await expect.element(page.getByText('Deze vergadering is al begonnen.')).toBeVisible();
  expect(inputsOf(app, 'StartMeeting')).toEqual([{ meetingId: 'm1' }]);
});

test('before the day beginning stands in the menu, for who may', async () => {
  show(held({ startsAt: '2999-12-10T12:30:00.000Z' }));
  await page.getByRole('button', { name: 'Meer' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Begin de vergadering nu al' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Begin de vergadering' })).not.toBeInTheDocument();
});

test('a participant puts it in their calendar and gets the papers in one', async () => {
  show(held({ leads: false, prepared: { calendarUrl: '/c/m1.ics', bundleUrl: '/b/m1.pdf' } }));
  await expect.element(page.getByRole('link', { name: 'Zet in je agenda' })).toHaveAttribute('href', '/c/m1.ics');
  await page.getByRole('button', { name: 'Meer' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Alle stukken als pdf' })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Zeg af' })).not.toBeInTheDocument();
});

test('an empty agenda begins with a template', async () => {
  const meeting = held({ agenda: [], prepared: { table: west(usual) } });
  const app = show(meeting, {
    UseAgendaTemplate: changing(meeting, 'useAgendaTemplate', (now) => {
      now.agenda = [agendaItem('i1', 'Opening', 10)];
    }),
  });
  await page.getByRole('button', { name: 'Gebruik een sjabloon' }).click();
  await expect.element(dialog.getByText('1 punt, 10 min: Opening')).toBeVisible();
  await dialog.getByRole('button', { name: 'Gebruik Gewone tafel' }).click();
  await expect.element(page.getByRole('row', { name: /Opening/ })).toBeVisible();
  expect(inputsOf(app, 'UseAgendaTemplate')).toEqual([{ meetingId: 'm1', expectedVersion: 1, templateId: 't1' }]);
});

test('a template on an agenda with items says why not, and can be taken away', async () => {
  const meeting = held({ prepared: { table: west(usual) } });
  show(meeting, {
    RemoveAgendaTemplate: changing(
      meeting,
      'removeAgendaTemplate',
      (now) => {
        now.prepared = { table: west() };
        return { table: west() };
      },
      'AgendaTemplatePayload',
    ),
  });
  await page.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('menuitem', { name: 'Gebruik een sjabloon' }).click();
  await expect
    .element(dialog.getByRole('button', { name: 'Gebruik Gewone tafel' }))
    .toHaveAccessibleDescription('Dat kan op een lege agenda.');
  await dialog.getByRole('button', { name: 'Verwijder Gewone tafel' }).click();
  await expect.element(dialog.getByText(/heeft nog geen sjabloon/)).toBeVisible();
});

test('an agenda is kept as a template; without a name it is not', async () => {
  const meeting = held();
  const app = show(meeting, {
    SaveAgendaTemplate: changing(
      meeting,
      'saveAgendaTemplate',
      () => ({ template: { __typename: 'AgendaTemplate', id: 't1' }, table: west(usual) }),
      'AgendaTemplatePayload',
    ),
    RemoveAgendaTemplate: changing(meeting, 'removeAgendaTemplate', () => ({ table: west() }), 'AgendaTemplatePayload'),
  });
  await page.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('menuitem', { name: 'Bewaar als sjabloon' }).click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(dialog.getByText(/Geef het sjabloon een naam/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Gewone tafel');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Bewaard als sjabloon Gewone tafel')).toBeVisible();
  expect(inputsOf(app, 'SaveAgendaTemplate')).toEqual([{ meetingId: 'm1', name: 'Gewone tafel' }]);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => inputsOf(app, 'RemoveAgendaTemplate')).toEqual([{ templateId: 't1' }]);
});

test('a name that is taken is refused at the field', async () => {
  show(held(), {
    SaveAgendaTemplate: refusing('saveAgendaTemplate', 'name', 'Die naam is er al.', 'AgendaTemplatePayload'),
  });
  await page.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('menuitem', { name: 'Bewaar als sjabloon' }).click();
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Gewone tafel');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(dialog.getByText('Die naam is er al.')).toBeVisible();
});

test('a cancelled meeting says why and by whom, and can take place after all', async () => {
  const meeting = held({
    meetingState: 'CANCELLED',
    cancelReason: 'Te weinig stukken.',
    cancelledBy: person('c', 'Voorzitter tafel West'),
    viewerCan: [ability('RESTORE')],
  });
  const app = show(meeting, {
    RestoreMeeting: () => {
      meeting.meetingState = 'DRAFT';
      return { restoreMeeting: { __typename: 'SeriesPayload', meetings: [], problems: [] } };
    },
  });
  await expect.element(page.getByText(/Voorzitter tafel West: Te weinig stukken\./)).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Laat toch doorgaan' }).click();
  await expect
    .poll(() => inputsOf(app, 'RestoreMeeting'))
    .toEqual([{ meetingId: 'm1', expectedVersion: 1, scope: 'ONE' }]);
});

test('who may not bring it back reads only', async () => {
  show(held({ meetingState: 'CANCELLED', cancelReason: 'Te weinig stukken.', viewerCan: [ability('RESTORE', false)] }));
  await expect.element(page.getByRole('heading', { name: 'Deze vergadering gaat niet door' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Laat toch doorgaan' })).not.toBeInTheDocument();
});
