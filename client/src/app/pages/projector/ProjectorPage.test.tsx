import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { renderApp, viewerAnswer, type Answers, type ShownApp } from '../../testing/render-app.tsx';
import { happens, itemTime, programme, runAnswer } from '../meeting/run/run-fixture.ts';
import { stopsAround } from './stops-around.ts';

async function project(answers: Answers = {}): Promise<ShownApp> {
  const app = renderApp('/vergaderingen/m1/scherm', { Viewer: viewerAnswer(), ProjectorPage: runAnswer(), ...answers });
  await app.router.load();
  app.open();
  return app;
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The table at an item, the ones before it done. */
function at(id: string) {
  const items = programme();
  const here = items.findIndex((item) => item.id === id);
  return {
    items: items.map((item, index) => ({
      ...item,
      time: itemTime(index < here ? 'DONE' : index === here ? 'NOW' : 'AHEAD', index > here ? null : 0, 0),
    })) as ReturnType<typeof programme>,
    currentId: id,
  };
}

test('the room sees what is on, what is proposed, who waits and how long it may take, and nothing to press', async () => {
  await page.viewport(1366, 900);
  await project();
  await expect.element(heading(/^Escalatie/)).toBeVisible();
  await expect.element(page.getByText('Punt 5, besluit')).toBeVisible();
  await expect.element(page.getByText('830 woningen')).toBeVisible();
  await expect.element(page.getByRole('timer')).toHaveTextContent('15 min');
  await expect.element(page.getByText('Besloten', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('main :is(a, button, input), header :is(a, button, input)')).toHaveLength(0);
  await expectAccessiblePage();
});

test('it follows the table by itself', async () => {
  const app = await project();
  await expect.element(heading(/^Escalatie/)).toBeVisible();
  await expect.poll(() => app.sinks.has('meeting'), { timeout: 10_000 }).toBe(true);
  happens(app, 'ITEM_STARTED', at('i6'));
  await expect.element(heading('Laddertoets')).toBeVisible();
});

test('a closed part shows the table, the clock and the line only, also when this session may see it', async () => {
  const secret = at('i7');
  secret.items[6] = { ...secret.items[6]!, title: 'Grondprijs Woldpoort', proposedDecision: 'Akkoord met de prijs' };
  await project({ ProjectorPage: runAnswer({ ...secret, closedPartNow: true }) });
  await expect.element(heading('Regionale versnellingstafel West-Overijssel')).toBeVisible();
  await expect.element(page.getByText('Besloten', { exact: true })).toBeVisible();
  expect(document.body.textContent).not.toContain('Grondprijs');
  expect(document.body.textContent).not.toContain('Akkoord met de prijs');
  expect(document.title).not.toContain('Grondprijs');
  expect(page.getByRole('timer').query()).toBeNull();
  await expectAccessiblePage();
});

test('what runs over is said in whole minutes', async () => {
  await project({ ProjectorPage: runAnswer({ remaining: -80 }) });
  await expect.element(page.getByRole('timer')).toHaveTextContent('2 min over tijd');
});

test('without a connection it says so quietly, and the item stays', async () => {
  const app = await project();
  await expect.element(heading(/^Escalatie/)).toBeVisible();
  await expect.poll(() => app.sinks.has('meeting'), { timeout: 10_000 }).toBe(true);
  app.sinks.get('meeting')?.lost();
  await expect.element(page.getByText(/^Geen verbinding sinds/), { timeout: 10_000 }).toBeVisible();
  await expect.element(heading(/^Escalatie/)).toBeVisible();
});

test('a server that does not answer at first is asked again by itself', async () => {
  let broken = true;
  await project({
    ProjectorPage: () => {
      if (broken) throw new Error('no answer');
      return runAnswer();
    },
  });
  await expect.element(heading(/^Geen verbinding/)).toBeVisible();
  broken = false;
  await expect.element(heading(/^Escalatie/), { timeout: 15_000 }).toBeVisible();
});

test.each([
  ['CLOSED', 'De vergadering is gesloten'],
  ['CANCELLED', 'De vergadering gaat niet door'],
])('of a meeting that is %s it says only that', async (state, title) => {
  await project({ ProjectorPage: runAnswer({ state, currentId: null }) });
  await expect.element(heading(title)).toBeVisible();
});

test('not there and not yours read the same', async () => {
  await project({ ProjectorPage: { __typename: 'Query', meeting: null } });
  await expect.element(heading('Dit is er niet voor jou')).toBeVisible();
});

test('who is not signed in is asked to, and comes back here', async () => {
  const { router } = await project({
    Viewer: { __typename: 'Query', viewer: null, tables: { edges: [] } },
    SignInPage: { __typename: 'Query', personas: [] },
  });
  await expect.poll(() => router.state.location.pathname).toBe('/aanmelden');
  expect(router.state.location.search).toMatchObject({ terug: '/vergaderingen/m1/scherm' });
});

test('of a long programme the line shows what is around the table', () => {
  const all = Array.from({ length: 15 }, (_, index) => index);
  expect(stopsAround(all, 0)).toEqual([0, 1, 2, 3, 4]);
  expect(stopsAround(all, 8)).toEqual([7, 8, 9, 10, 11]);
  expect(stopsAround(all, 15)).toEqual([10, 11, 12, 13, 14]);
  expect(stopsAround([1, 2], 1)).toEqual([1, 2]);
});
