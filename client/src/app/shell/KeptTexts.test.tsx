import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type {
  AddAddendumMutation,
  MinutesOfMeetingQuery,
  SignInPageQuery,
  SignOutMutation,
} from '../../generated/graphql.ts';
import { databaseName, localCopies, noteCopy, wipeCopies } from '../../features/shared-text/local-copies.ts';
import { FakeTextServer } from '../../features/shared-text/text-server.fixture.ts';
import { expectAccessiblePage } from '../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../testing/render-app.tsx';

const patience = { timeout: 15_000 };
const label = 'Verslag van punt 2';
let server: FakeTextServer;
let name: string;
let count = 0;

beforeEach(() => {
  server = new FakeTextServer();
  vi.stubGlobal('WebSocket', server.Socket);
  name = `minutes:m:${(count += 1)}`;
});
afterEach(async () => {
  await wipeCopies('me');
  vi.unstubAllGlobals();
});

/** Somebody wrote here and closed the page before the server had it. */
async function leftBehind(words: string): Promise<void> {
  const doc = new Y.Doc();
  const local = new IndexeddbPersistence(databaseName('me', name), doc);
  await local.whenSynced;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('default').push([paragraph]);
  await local.destroy();
  noteCopy('me', name, { unsent: true, label });
}

const show = (more: Answers = {}): ShownApp =>
  renderApp('/nergens', { Viewer: viewerAnswer(), ShellCounts: countsAnswer(0), ...more });

const minutes = answer<MinutesOfMeetingQuery>({
  __typename: 'Query',
  meeting: { __typename: 'Meeting', id: 'Meeting_m', minutes: { __typename: 'Minutes', id: 'Minutes_1' } },
});
const nobodyYet = answer<SignInPageQuery>({ __typename: 'Query', personas: [] });
const signedOut = answer<SignOutMutation>({
  __typename: 'Mutation',
  signOut: { __typename: 'SignOutPayload', problems: [] },
});

test('what was left on this device goes out by itself, without a word', async () => {
  await leftBehind('niet meer gelukt');
  show();
  await expect.poll(() => server.lines(), patience).toEqual(['niet meer gelukt']);
  await expect.poll(() => localCopies('me')[name]?.unsent, patience).toBe(false);
  expect(page.getByText('Je tekst kwam nadat het verslag was vastgesteld').elements()).toEqual([]);
});

test('what comes after the adoption is offered as an addendum, and is gone once it is one', async () => {
  await leftBehind('onderweg geschreven');
  server.access = { access: 'read', because: 'MINUTES_ADOPTED' };
  const added = answer<AddAddendumMutation>({
    __typename: 'Mutation',
    addAddendum: { __typename: 'MinutesPayload', minutes: null, meeting: null, problems: [] },
  } as never);
  const { asked } = show({ MinutesOfMeeting: minutes, AddAddendum: added });
  const note = page.getByText('Je tekst kwam nadat het verslag was vastgesteld');
  await expect.element(note, patience).toBeVisible();
  await expect.element(page.getByText(/onderweg geschreven/)).toBeVisible();
  await expectAccessiblePage();
  await userEvent.click(page.getByRole('button', { name: 'Stel voor als aanvulling' }));
  await expect.element(page.getByText('Je tekst ligt als aanvulling bij het verslag'), patience).toBeVisible();
  expect(asked.find((one) => one.name === 'AddAddendum')?.variables['input']).toEqual({
    minutesId: 'Minutes_1',
    itemId: `AgendaItem_${count}`,
    text: 'onderweg geschreven',
    origin: 'OFFLINE_TEXT',
  });
  await expect.element(note).not.toBeInTheDocument();
  expect(localCopies('me')).toEqual({});
});

test('an offer that the server refuses stays, with the reason', async () => {
  noteCopy('me', name, { label, refused: 'te laat' });
  const refused = answer<AddAddendumMutation>({
    __typename: 'Mutation',
    addAddendum: {
      __typename: 'MinutesPayload',
      minutes: null,
      meeting: null,
      problems: [{ __typename: 'FieldProblem', code: 'X', message: 'Dat mag nu niet.', path: [] }],
    },
  } as never);
  show({ MinutesOfMeeting: minutes, AddAddendum: refused });
  await userEvent.click(page.getByRole('button', { name: 'Stel voor als aanvulling' }));
  await expect.element(page.getByText('Dat mag nu niet.'), patience).toBeVisible();
  expect(localCopies('me')[name]?.refused).toBe('te laat');
  await userEvent.click(page.getByRole('button', { name: 'Gooi de tekst weg' }));
  await expect.poll(() => localCopies('me')).toEqual({});
});

const leave = async (): Promise<void> => {
  await userEvent.click(page.getByRole('button', { name: /Projectleider Zwartewaterland/ }));
  await userEvent.click(page.getByRole('menuitem', { name: /[Mm]eld af/ }));
};

test('signing out with unsent words asks first, and wipes only when told to', async () => {
  server.reachable = false;
  await leftBehind('nog niet verstuurd');
  const { asked, router } = show({ SignOut: signedOut, SignInPage: nobodyYet });
  await leave();
  const dialog = page.getByRole('alertdialog', { name: 'Er staat nog tekst op dit apparaat' });
  await expect.element(dialog, patience).toBeVisible();
  await expect.element(dialog.getByText(label)).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Download de tekst' })).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Blijf aangemeld' }));
  expect(asked.some((one) => one.name === 'SignOut')).toBe(false);
  expect(localCopies('me')[name]?.unsent).toBe(true);
  await leave();
  await userEvent.click(dialog.getByRole('button', { name: 'Meld af en wis de tekst' }));
  await expect.poll(() => router.state.location.pathname, patience).toBe('/aanmelden');
  await expect.poll(() => localCopies('me'), patience).toEqual({});
  await expect
    .poll(async () => (await indexedDB.databases()).map((one) => one.name), patience)
    .not.toContain(databaseName('me', name));
});

test('signing out says when everything has been sent after all', async () => {
  server.reachable = false;
  await leftBehind('komt nog');
  show({ SignOut: signedOut });
  await leave();
  const dialog = page.getByRole('alertdialog', { name: 'Er staat nog tekst op dit apparaat' });
  await expect.element(dialog, patience).toBeVisible();
  server.reachable = true;
  await expect.element(dialog.getByText(/Alles is verstuurd en bewaard/), patience).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Meld af', exact: true })).toBeVisible();
  expect(server.lines()).toEqual(['komt nog']);
});
