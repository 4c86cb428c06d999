import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  agendaItem,
  changing,
  heldAnswers,
  person,
  preparedItem,
  refusing,
  type Held,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const soil = agendaItem('i1', 'Gesloten grondbalans', 30, {
  subjects: [{ __typename: 'Project', id: 'p1', name: 'Buitenkwartier' }],
});
const held = (more: Parameters<typeof preparedItem>[1] = {}): Held => ({
  agenda: [soil],
  prepared: { items: [preparedItem('i1', more)] },
});
function show(meeting: Held, answers: Answers = {}, path = '/vergaderingen/m1?punt=i1'): ShownApp {
  return renderApp(path, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(meeting),
    ...answers,
  });
}
const inputsOf = ({ asked }: ShownApp, name: string): unknown[] =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);
const unchanged = (meeting: Held, name: string) => changing(meeting, name, () => undefined);
const dialog = page.getByRole('dialog');
const guest = {
  __typename: 'Guest' as const,
  id: 'g1',
  name: 'J. de Vries',
  organisation: 'Grondbank',
  email: 'j@grondbank.nl',
  person: null,
};

test('an item lets go of what it was about, and goes over an earlier meeting', async () => {
  const meeting = held();
  const app = show(meeting, {
    EditAgendaItem: unchanged(meeting, 'editAgendaItem'),
    EarlierMeetings: {
      node: {
        __typename: 'AccelerationTable',
        id: 'west',
        meetings: {
          __typename: 'MeetingConnection',
          edges: [
            ['m0', '2020-10-15T11:30:00.000Z', 'CLOSED'],
            ['mx', '2020-09-15T11:30:00.000Z', 'CANCELLED'],
          ].map(([id, startsAt, meetingState]) => ({
            __typename: 'MeetingEdge',
            cursor: id,
            node: { __typename: 'Meeting', id, startsAt, meetingState },
          })),
        },
      },
    },
  });
  await page.getByRole('button', { name: 'Bewerk dit punt' }).click();
  await dialog.getByRole('button', { name: 'Haal Buitenkwartier weg' }).click();
  await dialog.getByRole('button', { name: 'Voeg toe waar het over gaat' }).click();
  await page.getByRole('menuitem', { name: 'Eerdere vergadering' }).click();
  const choice = dialog.getByRole('combobox', { name: 'Eerdere vergadering' });
  await expect.poll(() => choice.element().querySelectorAll('option').length).toBe(2);
  await choice.selectOptions('m0');
  await expect.element(dialog.getByText(/Eerdere vergadering 15.oktober.2020/)).toBeVisible();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Gesloten grondbalans bijgewerkt')).toBeVisible();
  expect(inputsOf(app, 'EditAgendaItem')).toEqual([{ itemId: 'i1', expectedVersion: 1, subjectIds: ['m0'] }]);
});

test('a presenter is a person or words', async () => {
  const meeting = held();
  const app = show(meeting, {
    EditAgendaItem: unchanged(meeting, 'editAgendaItem'),
    PersonPicker: {
      people: {
        __typename: 'PersonConnection',
        edges: [
          {
            __typename: 'PersonEdge',
            cursor: 'w',
            node: {
              ...person('w', 'Wethouder Kampen'),
              organisation: { __typename: 'Organisation', id: 'k', name: 'Gemeente Kampen' },
            },
          },
        ],
      },
    },
  });
  await page.getByRole('button', { name: 'Bewerk dit punt' }).click();
  await dialog.getByRole('radio', { name: 'Iemand met een account' }).click();
  await dialog.getByRole('combobox', { name: /^Persoon/ }).fill('Kampen');
  await page.getByRole('option', { name: /Wethouder Kampen/ }).click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Gesloten grondbalans bijgewerkt')).toBeVisible();
  expect(inputsOf(app, 'EditAgendaItem')).toEqual([{ itemId: 'i1', expectedVersion: 1, presenterId: 'w' }]);
});

test('a presenter who is no participant is refused at the field', async () => {
  show(held(), { EditAgendaItem: refusing('editAgendaItem', 'presenterText', 'Die zit niet aan deze tafel.') });
  await page.getByRole('button', { name: 'Bewerk dit punt' }).click();
  await dialog.getByRole('textbox', { name: /^Naam of rol/ }).fill('Iemand');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(dialog.getByText('Die zit niet aan deze tafel.')).toBeVisible();
});

test('the chair writes what nobody else reads', async () => {
  const meeting = held({ annotation: '' });
  const app = show(meeting, {
    // Nobody is told of it: it comes with the answer alone.
    EditAgendaItem: changing(meeting, 'editAgendaItem', () => ({
      item: { __typename: 'AgendaItem', id: 'i1', annotation: 'Bod komt nog.' },
    })),
  });
  await page.getByRole('button', { name: 'Bewerk dit punt' }).click();
  await dialog.getByRole('textbox', { name: /^Jouw aantekening/ }).fill('Bod komt nog.');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect.element(page.getByText('Jouw aantekening, alleen voor jou')).toBeVisible();
  expect(inputsOf(app, 'EditAgendaItem')).toEqual([{ itemId: 'i1', expectedVersion: 1, annotation: 'Bod komt nog.' }]);
});

test('nobody else is offered an annotation, and the chair sees that it is theirs alone', async () => {
  show(held({ annotation: 'Bod komt nog.' }));
  await expect.element(page.getByText('Jouw aantekening, alleen voor jou')).toBeVisible();
  await expect.element(page.getByText('Bod komt nog.')).toBeVisible();
  show(held());
  await page.getByRole('button', { name: 'Bewerk dit punt' }).click();
  await expect.element(dialog.getByRole('textbox', { name: 'Titel' })).toBeVisible();
  await expect.element(dialog.getByRole('textbox', { name: /^Jouw aantekening/ })).not.toBeInTheDocument();
});

test('somebody from outside is invited for one item', async () => {
  const meeting = held();
  const app = show(meeting, {
    InviteGuest: changing(meeting, 'inviteGuest', (now) => {
      const item = preparedItem('i1', { guests: [guest] });
      now.prepared = { items: [item] };
      return { item };
    }),
  });
  await page.getByRole('button', { name: 'Nodig een gast uit' }).click();
  await dialog.getByRole('button', { name: 'Nodig uit' }).click();
  await expect.element(dialog.getByText('Kies iemand uit de lijst.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Iemand anders' }).click();
  await dialog.getByRole('button', { name: 'Nodig uit' }).click();
  await expect.element(dialog.getByText('Schrijf wie er komt.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('J. de Vries');
  await dialog.getByRole('textbox', { name: /^Organisatie/ }).fill('Grondbank');
  await dialog.getByRole('textbox', { name: /^E-mailadres/ }).fill('j@grondbank.nl');
  await dialog.getByRole('button', { name: 'Nodig uit' }).click();
  await expect.element(page.getByText('Grondbank · j@grondbank.nl')).toBeVisible();
  expect(inputsOf(app, 'InviteGuest')).toEqual([
    { itemId: 'i1', expectedVersion: 1, name: 'J. de Vries', organisation: 'Grondbank', email: 'j@grondbank.nl' },
  ]);
});

test('an address that is none is refused at the field', async () => {
  show(held(), {
    PersonPicker: { people: { __typename: 'PersonConnection', edges: [] } },
    InviteGuest: refusing('inviteGuest', 'email', 'Dit is geen e-mailadres.'),
  });
  await page.getByRole('button', { name: 'Nodig een gast uit' }).click();
  await dialog.getByRole('radio', { name: 'Iemand anders' }).click();
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('J. de Vries');
  await dialog.getByRole('textbox', { name: /^E-mailadres/ }).fill('jan');
  await dialog.getByRole('button', { name: 'Nodig uit' }).click();
  await expect.element(dialog.getByText('Dit is geen e-mailadres.')).toBeVisible();
});

test('an invitation that is taken back can be sent again', async () => {
  const meeting = held({ guests: [guest] });
  const becoming = (name: string, guests: (typeof guest)[]) =>
    changing(meeting, name, (now) => {
      const item = preparedItem('i1', { guests });
      now.prepared = { items: [item] };
      return { item };
    });
  const app = show(meeting, {
    RemoveGuest: becoming('removeGuest', []),
    InviteGuest: becoming('inviteGuest', [guest]),
  });
  await page.getByRole('button', { name: 'Trek de uitnodiging van J. de Vries in' }).click();
  await expect.element(page.getByText('J. de Vries is niet meer uitgenodigd')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByText('Grondbank · j@grondbank.nl')).toBeVisible();
  expect(inputsOf(app, 'InviteGuest')).toEqual([
    { itemId: 'i1', expectedVersion: 2, name: 'J. de Vries', organisation: 'Grondbank', email: 'j@grondbank.nl' },
  ]);
});

test('a new item borrows its title from what it is about', async () => {
  const meeting = held();
  const app = show(
    meeting,
    {
      AddAgendaItem: unchanged(meeting, 'addAgendaItem'),
      ProjectPicker: {
        projects: {
          __typename: 'ProjectConnection',
          edges: [
            {
              __typename: 'ProjectEdge',
              cursor: 'p',
              node: {
                __typename: 'Project',
                id: 'p2',
                name: 'Zwanenhoek',
                planNumber: null,
                municipality: { __typename: 'Municipality', id: 'k', name: 'Kampen' },
              },
            },
          ],
        },
      },
    },
    '/vergaderingen/m1',
  );
  await page.getByRole('button', { name: /^Voeg een punt toe/ }).click();
  await dialog.getByRole('button', { name: 'Voeg toe', exact: true }).click();
  await expect.element(dialog.getByText('Schrijf waar het punt over gaat.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Voeg toe waar het over gaat' }).click();
  await page.getByRole('menuitem', { name: 'Project' }).click();
  await dialog.getByRole('combobox', { name: /^Project/ }).fill('Zwanen');
  await page.getByRole('option', { name: /Zwanenhoek/ }).click();
  await dialog.getByRole('button', { name: 'Voeg toe', exact: true }).click();
  await expect.element(page.getByText('Zwanenhoek, Kampen staat op de agenda')).toBeVisible();
  expect(inputsOf(app, 'AddAgendaItem')).toMatchObject([{ title: 'Zwanenhoek, Kampen', projectIds: ['p2'] }]);
});

test('an item whose papers and guests would go with it asks first', async () => {
  const meeting = held({ guests: [guest], annotation: 'Bod komt nog.' });
  const app = show(
    meeting,
    {
      RemoveAgendaItem: changing(meeting, 'removeAgendaItem', (now) => {
        now.agenda = [];
      }),
    },
    '/vergaderingen/m1',
  );
  await expect.element(page.getByText('1 gast', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Verplaats Gesloten grondbalans' }).click();
  await page.getByRole('menuitem', { name: 'Haal van de agenda' }).click();
  const question = page.getByRole('alertdialog');
  await expect
    .element(question.getByText('Dit verdwijnt ook en komt niet terug: 1 gast, jouw aantekening.'))
    .toBeVisible();
  expect(inputsOf(app, 'RemoveAgendaItem')).toEqual([]);
  await question.getByRole('button', { name: 'Haal eraf' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nog geen punten' })).toBeVisible();
});
