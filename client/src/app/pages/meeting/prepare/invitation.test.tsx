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
  type PreparedAttendance,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const attending = (
  id: string,
  name: string,
  answer: PreparedAttendance['answer'],
  more: Partial<PreparedAttendance> = {},
): PreparedAttendance => ({
  __typename: 'Attendance',
  role: 'PARTICIPANT',
  isGuest: false,
  answer,
  answerRemark: '',
  person: person(id, name),
  substitutesFor: null,
  ...more,
});
const me = attending('me', 'Projectleider Zwartewaterland', null);
const waiting = (more: Partial<Held> = {}): Held => ({
  agenda: [agendaItem('i1', 'Opening', 10)],
  leads: false,
  prepared: { attendance: [me] },
  ...more,
});
function show(held: Held, answers: Answers = {}): ShownApp {
  return renderApp('/vergaderingen/m1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(held),
    ...answers,
  });
}
interface Input {
  answer: 'IN_ROOM' | 'ONLINE' | 'ABSENT';
  substituteId?: string;
}
const answering = (held: Held) =>
  changing(held, 'answerInvitation', (now, { answer, substituteId }: Input) => {
    now.prepared = {
      viewerAnswer: answer,
      attendance: [
        { ...me, answer },
        ...(substituteId ? [attending(substituteId, 'Wethouder Kampen', null, { substitutesFor: me.person })] : []),
      ],
    };
  });
const inputsOf = ({ asked }: ShownApp): unknown[] =>
  asked.filter(({ name }) => name === 'AnswerInvitation').map(({ variables }) => variables['input']);

test('one press says that one comes, another that it is online, and that can be taken back', async () => {
  const held = waiting();
  const app = show(held, { AnswerInvitation: answering(held) });
  await page.getByRole('button', { name: 'Ik kom', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Ik kom', exact: true, pressed: true })).toBeVisible();
  await page.getByRole('button', { name: 'Online' }).click();
  await expect.element(page.getByText('Je doet online mee').first()).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByRole('button', { name: 'Ik kom', exact: true, pressed: true })).toBeVisible();
  expect(inputsOf(app)).toEqual([
    { meetingId: 'm1', answer: 'IN_ROOM' },
    { meetingId: 'm1', answer: 'ONLINE' },
    { meetingId: 'm1', answer: 'IN_ROOM' },
  ]);
});

test('who does not come names a substitute', async () => {
  const held = waiting();
  const app = show(held, {
    AnswerInvitation: answering(held),
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
  await page.getByRole('button', { name: 'Ik kom niet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vervangt iemand je?' });
  await dialog.getByRole('combobox', { name: /^Vervanger/ }).fill('Kampen');
  await page.getByRole('option', { name: /Wethouder Kampen/ }).click();
  await dialog.getByRole('textbox', { name: /^Bericht/ }).fill('Op vakantie');
  await dialog.getByRole('button', { name: 'Meld me af' }).click();
  await expect.element(page.getByText('Je komt niet, Wethouder Kampen vervangt je')).toBeVisible();
  expect(inputsOf(app)).toEqual([{ meetingId: 'm1', answer: 'ABSENT', substituteId: 'w', remark: 'Op vakantie' }]);
});

test('a substitute who may not stand in is refused at the field', async () => {
  show(waiting(), { AnswerInvitation: refusing('answerInvitation', 'substituteId', 'Die zit zelf al aan tafel.') });
  await page.getByRole('button', { name: 'Ik kom niet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Meld me af' }).click();
  await expect.element(dialog.getByText('Die zit zelf al aan tafel.')).toBeVisible();
});

test('a refused answer is said', async () => {
  show(waiting(), { AnswerInvitation: refusing('answerInvitation', 'meetingId', 'Deze vergadering is voorbij.') });
  await page.getByRole('button', { name: 'Ik kom', exact: true }).click();
  await expect.element(page.getByText('Deze vergadering is voorbij.')).toBeVisible();
});

test('who is not invited is not asked', async () => {
  show(waiting({ viewerCan: [ability('ANSWER_INVITATION', false)] }));
  await expect.element(page.getByRole('heading', { name: 'Wie er komen' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Kom je?' })).not.toBeInTheDocument();
});

test('who comes is counted, and named where one asks', async () => {
  show(
    waiting({
      prepared: {
        attendance: [
          attending('a', 'Voorzitter tafel West', 'IN_ROOM'),
          attending('b', 'Adviseur waterschap', 'ONLINE', { isGuest: true, answerRemark: 'vanaf 14:00' }),
          attending('c', 'Wethouder Deventer', 'ABSENT'),
          attending('d', 'Wethouder Kampen', null, { substitutesFor: person('c', 'Wethouder Deventer') }),
        ],
      },
    }),
  );
  await expect.element(page.getByText('1 komt, 1 online, 1 niet, 1 zonder antwoord')).toBeVisible();
  await page.getByRole('button', { name: 'Toon de namen' }).click();
  await expect.element(page.getByText('voor Wethouder Deventer')).toBeVisible();
  await expectAccessiblePage();
});
