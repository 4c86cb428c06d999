import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  agendaItem,
  changing,
  heldAnswers,
  heldMeeting,
  person,
  refusing,
  type Held,
  type PreparedChange,
  type PreparedPublication,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const opening = agendaItem('i1', 'Opening', 10);
const change = (
  kind: PreparedChange['kind'],
  title: string,
  before: string | null = null,
  after: string | null = null,
): PreparedChange => ({ __typename: 'AgendaChange', kind, title, before, after });
const told = (number: number, changes: PreparedChange[], message = ''): PreparedPublication => ({
  __typename: 'Publication',
  number,
  publishedAt: `2026-11-2${number}T09:00:00Z`,
  publishedBy: person('s', 'Secretaris tafel West'),
  message,
  changes,
});

function show(held: Held, answers: Answers = {}): ShownApp {
  return renderApp('/vergaderingen/m1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(held),
    ...answers,
  });
}
const changed = (): Held => ({
  agenda: [opening],
  version: 4,
  unpublishedChanges: 2,
  prepared: { pendingChanges: [change('ADDED', 'Grondbalans'), change('MOVED', 'Rondvraag', '3', '4')] },
});
const publishing = (held: Held) =>
  changing(held, 'publishAgenda', (now) => {
    now.unpublishedChanges = 0;
    now.prepared = {};
  });
const inputsOf = ({ asked }: ShownApp, name: string): unknown[] =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);

test('publishing shows what participants will hear, takes a word along, and can be taken back', async () => {
  const held = changed();
  const app = show(held, {
    PublishAgenda: publishing(held),
    UndoPublication: changing(held, 'undoPublication', (now) => {
      now.unpublishedChanges = 2;
    }),
  });
  await page.getByRole('button', { name: 'Publiceer 2 wijzigingen' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Nieuw: Grondbalans')).toBeVisible();
  await expect.element(dialog.getByText('Rondvraag: van plaats 3 naar 4')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Bericht/ }).fill('De grondbalans is erbij.');
  await dialog.getByRole('button', { name: 'Publiceer voor 2 deelnemers' }).click();
  await expect.element(page.getByText('De agenda staat open voor 2 deelnemers')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Publiceer/ })).not.toBeInTheDocument();
  expect(inputsOf(app, 'PublishAgenda')).toEqual([
    { meetingId: 'm1', expectedVersion: 4, message: 'De grondbalans is erbij.' },
  ]);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('De publicatie is teruggenomen')).toBeVisible();
  expect(inputsOf(app, 'UndoPublication')).toEqual([{ meetingId: 'm1', expectedVersion: 5 }]);
  await expect.element(page.getByRole('button', { name: 'Publiceer 2 wijzigingen' })).toBeVisible();
});

test('a publication whose mail has left says so when it is taken back', async () => {
  const held = changed();
  show(held, {
    PublishAgenda: publishing(held),
    UndoPublication: refusing('undoPublication', 'meetingId', 'De mail is al onderweg.'),
  });
  await page.getByRole('button', { name: 'Publiceer 2 wijzigingen' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publiceer/ })
    .click();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('De mail is al onderweg.')).toBeVisible();
});

test('a refusal stands in the dialog, and what was written stays', async () => {
  show(changed(), { PublishAgenda: refusing('publishAgenda', 'meetingId', 'Deze vergadering is voorbij.') });
  await page.getByRole('button', { name: 'Publiceer 2 wijzigingen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Bericht/ }).fill('Let op.');
  await dialog.getByRole('button', { name: /^Publiceer/ }).click();
  await expect.element(dialog.getByText('Deze vergadering is voorbij.')).toBeVisible();
  await expect.element(dialog.getByRole('textbox', { name: /^Bericht/ })).toHaveValue('Let op.');
});

test('what a colleague changed meanwhile is looked at before it is published', async () => {
  const held = changed();
  show(held, {
    PublishAgenda: () => {
      held.version = 9;
      return {
        publishAgenda: {
          __typename: 'MeetingPayload',
          meeting: null,
          item: null,
          problems: [
            {
              __typename: 'ConflictProblem',
              code: 'CONFLICT',
              message: 'Iemand anders was sneller.',
              path: ['input', 'expectedVersion'],
              currentVersion: 9,
              changedAt: '2026-11-23T13:30:00Z',
              changedBy: person('chair', 'Voorzitter'),
              current: heldMeeting(held),
            },
          ],
        },
      };
    },
  });
  await page.getByRole('button', { name: 'Publiceer 2 wijzigingen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Publiceer/ }).click();
  await expect.element(dialog.getByText(/zojuist door iemand anders gewijzigd/)).toBeVisible();
});

test('an empty agenda is not published, and says why', async () => {
  show({ agenda: [], meetingState: 'DRAFT', publishedAt: null });
  await expect
    .element(page.getByRole('button', { name: /^Publiceer voor/ }))
    .toHaveAccessibleDescription('Zet eerst een punt op de agenda.');
});

test('the last publication stands open, the earlier ones open in place', async () => {
  show({
    agenda: [opening],
    prepared: { publications: [told(1, []), told(2, [change('REMOVED', 'Rondvraag')], 'Korter dan gepland.')] },
  });
  await expect.element(page.getByText('Korter dan gepland.')).toBeVisible();
  await expect.element(page.getByText('Vervalt: Rondvraag')).toBeVisible();
  await page.getByRole('button', { name: 'Publicatie 1' }).click();
  await expect.element(page.getByText('De agenda kwam voor het eerst open te staan.')).toBeVisible();
  await expectAccessiblePage();
});

test.each<[string, PreparedChange]>([
  ['Nieuw: Kaart', change('ADDED', 'Kaart')],
  ['Vervalt: Kaart', change('REMOVED', 'Kaart')],
  ['Kaart: andere plaats', change('MOVED', 'Kaart')],
  ['Kaart: was 10 min, nu 15 min', change('EDITED', 'Kaart', '10 min', '15 min')],
  ['Kaart: gewijzigd', change('EDITED', 'Kaart')],
  ['Verzet van do 10 dec naar vr 11 dec', change('RESCHEDULED', '', '2026-12-10', '2026-12-11')],
  ['Andere plek: Deventer, was Zwolle', change('PLACE', '', 'Zwolle', 'Deventer')],
  ['Gaat niet door', change('CANCELLED', '')],
  ['Gaat toch door', change('RESTORED', '')],
  ['Kaart: nieuw stuk, Grondbalans', change('PAPER_ADDED', 'Kaart', null, 'Grondbalans')],
  ['Kaart: stuk weggehaald, Grondbalans', change('PAPER_REMOVED', 'Kaart', 'Grondbalans')],
])('says “%s”', async (words, one) => {
  show({ agenda: [opening], prepared: { publications: [told(1, [one])] } });
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});

test('a participant sees what changed since they last looked, once', async () => {
  const held: Held = { agenda: [opening], leads: false, prepared: { publications: [told(1, [])] } };
  show(held);
  await expect.element(page.getByRole('heading', { name: 'Gepubliceerd' })).toBeVisible();
  await expect.element(page.getByText(/^Sinds je laatst keek/)).not.toBeInTheDocument();
  await expect.poll(() => localStorage.getItem('seen:publication:me:m1')).toBe('1');
  held.prepared = { publications: [told(1, []), told(2, [change('ADDED', 'Kaart')])] };
  show(held);
  await expect.element(page.getByText('Sinds je laatst keek: 1 wijziging')).toBeVisible();
  await expect.poll(() => localStorage.getItem('seen:publication:me:m1')).toBe('2');
  show(held);
  await expect.element(page.getByRole('heading', { name: 'Gepubliceerd' })).toBeVisible();
  await expect.element(page.getByText(/^Sinds je laatst keek/)).not.toBeInTheDocument();
});
