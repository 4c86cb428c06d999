import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  ability,
  agendaItem,
  changing,
  heldAnswers,
  proposal,
  refusing,
  type Held,
  type PreparedProposal,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

const opening = agendaItem('i1', 'Opening', 10);
const demand = proposal('v1', 'Behoefteraming');
const own = proposal('v1', 'Behoefteraming', { viewerCan: [ability('WITHDRAW')] });

const held = (proposals: readonly PreparedProposal[], more: Partial<Held> = {}): Held => ({
  agenda: [opening],
  submitBy: '2999-11-26',
  prepared: { proposals: [...proposals] },
  ...more,
});
function show(meeting: Held, answers: Answers = {}): ShownApp {
  return renderApp('/vergaderingen/m1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    ...heldAnswers(meeting),
    ...answers,
  });
}
const payload = 'AgendaProposalPayload';
/** The one proposal becomes this. */
const becoming = (meeting: Held, name: string, after: PreparedProposal) =>
  changing(
    meeting,
    name,
    (now) => {
      now.prepared = { proposals: [after] };
    },
    payload,
  );
const refused = (name: string, field: string, message: string): object => refusing(name, field, message, payload);
const inputOf = ({ asked }: ShownApp, name: string): unknown =>
  asked.find((one) => one.name === name)?.variables['input'];

test('a proposal goes on the agenda with one press', async () => {
  const meeting = held([demand]);
  const app = show(meeting, {
    AcceptProposal: changing(
      meeting,
      'acceptProposal',
      (now) => {
        now.agenda = [opening, agendaItem('i2', demand.title, 15)];
        now.prepared = { proposals: [{ ...demand, state: 'ACCEPTED', viewerCan: [] }] };
        const item = { __typename: 'AgendaItem', id: 'i2' };
        return { proposal: { __typename: 'AgendaProposal', id: 'v1', item } };
      },
      payload,
    ),
  });
  await expect.element(page.getByText('Adviseur wonen Hardenberg')).toBeVisible();
  await page.getByRole('button', { name: 'Neem op Behoefteraming' }).click();
  await expect.element(page.getByRole('row', { name: /Behoefteraming/ })).toBeVisible();
  await expect.element(page.getByText('Behoefteraming staat op de agenda')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Neem op Behoefteraming' })).not.toBeInTheDocument();
  expect(inputOf(app, 'AcceptProposal')).toEqual({ proposalId: 'v1', expectedVersion: 1 });
});

test('a refusal to take it in is said, and it stays', async () => {
  show(held([demand]), { AcceptProposal: refused('acceptProposal', 'proposalId', 'Dit voorstel is al ingetrokken.') });
  await page.getByRole('button', { name: 'Neem op Behoefteraming' }).click();
  await expect.element(page.getByText('Dit voorstel is al ingetrokken.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Neem op Behoefteraming' })).toBeVisible();
});

test('giving back asks why, shows a refusal at the field, and who proposed it reads the reason', async () => {
  let tries = 0;
  const meeting = held([demand]);
  const giveBack = becoming(meeting, 'returnProposal', {
    ...demand,
    state: 'RETURNED',
    returnReason: 'Hoort bij Twente.',
    viewerCan: [],
  });
  const app = show(meeting, {
    ReturnProposal: (variables) => {
      tries += 1;
      return tries === 1 ? refused('returnProposal', 'reason', 'De reden is te lang.') : giveBack(variables);
    },
  });
  await page.getByRole('button', { name: 'Geef terug met reden Behoefteraming' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Geef terug' }).click();
  await expect.element(dialog.getByText('Schrijf waarom dit nu niet op de agenda komt.')).toBeVisible();
  expect(inputOf(app, 'ReturnProposal')).toBeUndefined();
  await dialog.getByRole('textbox', { name: /^Reden/ }).fill('Hoort bij Twente.');
  await dialog.getByRole('button', { name: 'Geef terug' }).click();
  await expect.element(dialog.getByText('De reden is te lang.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Geef terug' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Afgehandelde voorstellen' }).click();
  await expect.element(page.getByText('Reden: Hoort bij Twente.')).toBeVisible();
});

test('a participant proposes an item; what is missing is said first', async () => {
  const meeting = held([], { leads: false });
  const app = show(meeting, { ProposeAgendaItem: becoming(meeting, 'proposeAgendaItem', own) });
  await page.getByRole('button', { name: 'Stel een punt voor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Stel voor' }).click();
  await expect.element(dialog.getByText('Schrijf waar het punt over gaat.')).toBeVisible();
  await expect.element(dialog.getByText('Schrijf waarom dit aan deze tafel hoort.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Behoefteraming');
  await dialog.getByRole('textbox', { name: /^Waarom nu/ }).fill('Gaat over de grens heen.');
  await dialog.getByRole('button', { name: 'Stel voor' }).click();
  await expect.element(page.getByText('wacht op de secretaris')).toBeVisible();
  expect(inputOf(app, 'ProposeAgendaItem')).toEqual({
    meetingId: 'm1',
    title: 'Behoefteraming',
    purpose: 'DISCUSS',
    minutes: 15,
    motivation: 'Gaat over de grens heen.',
    subjectIds: [],
  });
  await expectAccessiblePage();
});

test('after the last day it warns and does not stop', async () => {
  show(held([], { leads: false, submitBy: '2020-11-26' }));
  await expect.element(page.getByText(/De uiterste dag was/)).toBeVisible();
  await page.getByRole('button', { name: 'Stel een punt voor' }).click();
  await expect.element(page.getByRole('dialog').getByText(/De uiterste dag is voorbij/)).toBeVisible();
});

test('a refused proposal keeps what was written', async () => {
  show(held([], { leads: false }), {
    ProposeAgendaItem: refused('proposeAgendaItem', 'title', 'Deze titel staat er al.'),
  });
  await page.getByRole('button', { name: 'Stel een punt voor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Behoefteraming');
  await dialog.getByRole('textbox', { name: /^Waarom nu/ }).fill('Daarom.');
  await dialog.getByRole('button', { name: 'Stel voor' }).click();
  await expect.element(dialog.getByText('Deze titel staat er al.')).toBeVisible();
  await expect.element(dialog.getByRole('textbox', { name: /^Waarom nu/ })).toHaveValue('Daarom.');
});

test('withdrawing asks first', async () => {
  const meeting = held([own], { leads: false });
  const app = show(meeting, {
    WithdrawProposal: becoming(meeting, 'withdrawProposal', { ...own, state: 'WITHDRAWN', viewerCan: [] }),
  });
  await page.getByRole('button', { name: 'Trek in Behoefteraming' }).click();
  const dialog = page.getByRole('alertdialog');
  expect(inputOf(app, 'WithdrawProposal')).toBeUndefined();
  await dialog.getByRole('button', { name: 'Trek in' }).click();
  await expect.element(page.getByText('ingetrokken', { exact: true })).toBeVisible();
});

test('who may not propose is offered nothing', async () => {
  show(held([], { leads: false, viewerCan: [ability('EDIT_AGENDA', false)] }));
  await expect.element(page.getByRole('heading', { name: 'Tot de tafel' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Stel een punt voor' })).not.toBeInTheDocument();
});
