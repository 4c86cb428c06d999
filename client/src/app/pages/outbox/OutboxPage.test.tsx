import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MailPageQuery, OutboxPageQuery, ViewerQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

type MailRow = OutboxPageQuery['outbox']['edges'][number]['node'];

const row = (more: Partial<MailRow> = {}): MailRow => ({
  __typename: 'MailMessage',
  id: 'MailMessage_1',
  mailState: 'OUTBOX',
  receiver: 'Piet Programmamanager',
  subject: 'Agenda: West-Overijssel, donderdag 10 december 2026 13:30',
  createdAt: '2026-11-24T10:00:00Z',
  dueAt: '2026-11-24T10:01:00Z',
  ...more,
});
const outbox = (...rows: MailRow[]): object =>
  answer<OutboxPageQuery>({
    __typename: 'Query',
    outbox: {
      __typename: 'MailMessageConnection',
      edges: rows.map((node) => ({ __typename: 'MailMessageEdge', cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  });
const mail = answer<MailPageQuery>({
  __typename: 'Query',
  node: {
    ...row(),
    address: 'piet.programmamanager@demo.example',
    text: 'Beste Piet,\n\nSien heeft de agenda gepubliceerd.\n<b>geen opmaak</b>',
    calendar: 'BEGIN:VCALENDAR',
    lastError: null,
    meeting: { __typename: 'Meeting', id: 'Meeting_1' },
  },
});

function viewer(allowed: boolean): object {
  const given = viewerAnswer() as ViewerQuery;
  const ability = { __typename: 'Ability' as const, verb: 'SEE_OUTBOX', allowed, reason: allowed ? null : 'Nee.' };
  return { ...given, viewer: given.viewer && { ...given.viewer, viewerCan: [...given.viewer.viewerCan, ability] } };
}

const show = (path: string, answers: Answers, allowed = true): ShownApp =>
  renderApp(path, { Viewer: viewer(allowed), ShellCounts: countsAnswer(2), ...answers });

test('the outbox lists what would have been sent, and each mail reads as its receiver would read it', async () => {
  show('/postvak-uit', { OutboxPage: outbox(row(), row({ id: 'MailMessage_2', receiver: 'Otto' })), MailPage: mail });
  await expect.element(page.getByRole('heading', { name: 'Postvak uit', level: 1 })).toBeVisible();
  await expect.element(page.getByText(/er wordt niets verstuurd/)).toBeVisible();
  await expect.element(page.getByText('aan Piet Programmamanager')).toBeVisible();
  await expectAccessiblePage();
  await userEvent.click(page.getByRole('link', { name: /Agenda: West-Overijssel/ }).first());
  await expect.element(page.getByRole('heading', { name: /^Agenda: West-Overijssel/, level: 1 })).toBeVisible();
  await expect.element(page.getByText(/<b>geen opmaak<\/b>/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Naar de vergadering' }))
    .toHaveAttribute('href', '/vergaderingen/Meeting_1');
  await userEvent.click(page.getByRole('button', { name: 'Uitnodiging in de bijlage' }));
  await expect.element(page.getByText('BEGIN:VCALENDAR')).toBeVisible();
  await expectAccessiblePage();
});

test('what waits is counted, and is not written yet', async () => {
  show('/postvak-uit', { OutboxPage: outbox(row({ mailState: 'WAITING', subject: '' })) });
  await expect.element(page.getByText(/1 bericht wacht nog/)).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Wordt zo geschreven' })).toBeVisible();
});

test('an empty outbox says how mail comes there', async () => {
  show('/postvak-uit', { OutboxPage: outbox() });
  await expect.element(page.getByRole('heading', { name: 'Er is nog geen mail' })).toBeVisible();
  await expect.element(page.getByText(/Publiceer een agenda/)).toBeVisible();
});

test('for who has nothing to do with it there is none, and nothing is asked', async () => {
  const { asked } = show('/postvak-uit', {}, false);
  await expect.element(page.getByRole('heading', { name: 'Dit is er niet voor jou' })).toBeVisible();
  expect(asked.map(({ name }) => name)).not.toContain('OutboxPage');
});

test('a mail that is not there, or not yours, has a way back', async () => {
  show('/postvak-uit/MailMessage_9', { MailPage: answer<MailPageQuery>({ __typename: 'Query', node: null }) });
  await expect.element(page.getByRole('heading', { name: 'Dit is er niet voor jou' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Naar het postvak uit' }))
    .toHaveAttribute('href', '/postvak-uit');
});

test('the way there is in the account menu, for who may', async () => {
  show('/postvak-uit/MailMessage_9', {
    MailPage: answer<MailPageQuery>({ __typename: 'Query', node: null }),
    OutboxPage: outbox(row()),
  });
  await userEvent.click(page.getByRole('button', { name: /accountmenu/ }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Postvak uit (demo)' }));
  await expect.element(page.getByRole('heading', { name: 'Postvak uit', level: 1 })).toBeVisible();
});
