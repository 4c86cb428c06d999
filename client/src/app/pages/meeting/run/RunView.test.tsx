import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { GoToItemMutation, TakeLeadMutation } from '../../../../generated/graphql.ts';
import { onAnnounce } from '../../../../lib/announce.ts';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import { answer, type ShownApp } from '../../../testing/render-app.tsx';
import {
  chair,
  happens,
  itemTime,
  leaderVerbs,
  me,
  outcome,
  presenceAnswer,
  programme,
  runAnswer,
  runningMeeting,
  showRun,
} from './run-fixture.ts';

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
/** A machine at work needs time. */
const slowly = { timeout: 10_000 };
/** The clock as it stands; empty before it does. */
const timer = (): string => document.querySelector('[role=timer]')?.textContent ?? '';
const fifth = heading(/^Escalatie/);
const sixth = heading('Laddertoets');

/** The table at its sixth item. */
const atSixth = () => {
  const items = programme().map((item) => {
    if (item.id === 'i5') return { ...item, time: itemTime('DONE', 88, 85, 1_500, 3) };
    return item.id === 'i6' ? { ...item, time: itemTime('NOW', 113, 110, 0, 3) } : item;
  }) as ReturnType<typeof programme>;
  return { items, currentId: 'i6', remaining: 1_500 };
};

/** Shows the meeting, and lets the test move the table on. */
async function showMoving(search = ''): Promise<ShownApp & { moveOn: () => void }> {
  const app = await showRun({}, search);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => app.sinks.has('meeting'), slowly).toBe(true);
  return { ...app, moveOn: () => happens(app, 'ITEM_STARTED', atSixth()) };
}

test('programme, clock and room stand around the item that is on', async () => {
  await showRun();
  await expect.element(fifth).toBeVisible();
  await expect.poll(timer, slowly).toMatch(/^Nog 14:0\d van 25 min$/);
  await expect.element(page.getByText('16:03')).toBeVisible();
  await expect.element(page.getByText('1 besluit, 2 acties')).toBeVisible();
  await expect.element(page.getByText('3 minuten later dan gepland').first()).toBeInTheDocument();
  await expect.element(page.getByText('gepland 15:20')).toBeVisible();
  await expectAccessiblePage();
});

test('who follows goes along with the table, hears where it is, and keeps the focus', async () => {
  const { moveOn, asked } = await showMoving();
  await expect.element(fifth).toBeVisible();
  const said: string[] = [];
  const stop = onAnnounce((text) => said.push(text));
  const link = page.getByRole('link', { name: '13:30 Opening en agenda' });
  link.element().focus();
  const before = asked.length;
  moveOn();
  await expect.element(sixth).toBeVisible();
  expect(asked).toHaveLength(before);
  await expect.element(link).toHaveFocus();
  await expect.poll(() => said).toContain('De tafel is bij punt 6: Laddertoets');
  stop();
});

test('who looks elsewhere stays there, is told where the table is, and comes back with one key', async () => {
  const { moveOn, router } = await showMoving();
  await page.getByRole('link', { name: /Grondbalans/ }).click();
  const third = heading('Grondbalans Buitenkwartier');
  await expect.element(third).toHaveFocus();
  await expect.element(page.getByText('Je kijkt naar punt 3; de tafel is bij punt 5.')).toBeVisible();
  await expect.element(page.getByRole('timer')).not.toBeInTheDocument();
  moveOn();
  await expect.element(page.getByText('Je kijkt naar punt 3; de tafel is bij punt 6.')).toBeVisible();
  await expect.element(third).toBeVisible();
  await expectAccessiblePage();
  await userEvent.keyboard('{Escape}');
  await expect.element(sixth).toHaveFocus();
  expect(router.state.location.search).not.toHaveProperty('punt');
});

test('j and k look ahead and back without moving the table', async () => {
  const { asked } = await showMoving();
  await expect.element(fifth).toBeVisible();
  await userEvent.keyboard('j');
  await expect.element(sixth).toBeVisible();
  await userEvent.keyboard('k');
  await expect.element(fifth).toBeVisible();
  await userEvent.keyboard('k');
  await expect.element(heading('Peil Zwanenhoek')).toBeVisible();
  expect(asked.map(({ name }) => name)).not.toContain('GoToItem');
});

test('who leads takes the table on with the one primary button', async () => {
  const { asked } = await showRun({
    GoToItem: answer<GoToItemMutation>({
      __typename: 'Mutation',
      goToItem: { __typename: 'MeetingPayload', meeting: runningMeeting(atSixth()), problems: [] },
    } as unknown as GoToItemMutation),
  });
  await page.getByRole('button', { name: 'Volgend punt: Laddertoets' }).click();
  await expect.element(sixth).toBeVisible();
  expect(asked.find(({ name }) => name === 'GoToItem')?.variables['input']).toEqual({
    meetingId: 'm1',
    itemId: 'i6',
    fromItemId: 'i5',
  });
});

test('two who press at once: the second hears that the table is elsewhere', async () => {
  await showRun({
    GoToItem: answer<GoToItemMutation>({
      __typename: 'Mutation',
      goToItem: {
        __typename: 'MeetingPayload',
        meeting: null,
        problems: [
          {
            __typename: 'ConflictProblem',
            code: 'CONFLICT',
            message: 'De tafel is al bij een ander punt.',
            path: ['input', 'fromItemId'],
            currentVersion: 1,
            changedAt: '2026-12-10T13:50:00Z',
            changedBy: { __typename: 'Person', id: 'chair', name: chair.name },
            current: runningMeeting(atSixth()),
          },
        ],
      },
    } as unknown as GoToItemMutation),
  });
  await page.getByRole('button', { name: 'Volgend punt: Laddertoets' }).click();
  await expect.element(page.getByText('De tafel is al bij een ander punt.')).toBeVisible();
  await expect.element(sixth).toBeVisible();
});

test('the clock counts on by itself', async () => {
  const { asked } = await showRun({ RunView: runAnswer({ remaining: 62 }) });
  await expect.poll(timer, slowly).toMatch(/1:0[012]/);
  const before = asked.filter(({ name }) => name === 'RunView').length;
  await expect.poll(timer, slowly).toMatch(/0:5\d/);
  expect(asked.filter(({ name }) => name === 'RunView')).toHaveLength(before);
});

test('what runs over says so in words, and the end moves with it', async () => {
  await showRun({ RunView: runAnswer({ remaining: -80 }) });
  await expect.poll(timer, slowly).toMatch(/^\+1:2\d over de 25 min$/);
  await expect.element(page.getByRole('timer')).toHaveAccessibleName('Tijd voor dit punt');
  await expectAccessiblePage();
});

test('a pause stands still and says so', async () => {
  await showRun({ RunView: runAnswer({ paused: true }) });
  await expect.element(page.getByText('Pauze, de tijd staat stil')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Ga verder' })).toBeVisible();
  expect(timer()).toBe('Nog 14:06 van 25 min');
});

test('when who leads is gone, another takes over in one step', async () => {
  const secretary = leaderVerbs.filter((verb) => verb !== 'STEER');
  let taken = false;
  const { asked } = await showRun({
    RunView: () => runAnswer(taken ? {} : { may: [...secretary, 'TAKE_LEAD'], leads: false }),
    MeetingPresence: presenceAnswer({ person: me }),
    TakeLead: () => {
      taken = true;
      return answer<TakeLeadMutation>({
        __typename: 'Mutation',
        takeLead: { __typename: 'MeetingPayload', meeting: runningMeeting(), problems: [] },
      } as unknown as TakeLeadMutation);
    },
  });
  await expect.element(page.getByText('Voorzitter tafel West leidt de vergadering, maar is er niet.')).toBeVisible();
  await page.getByRole('button', { name: 'Neem de leiding over' }).click();
  await expect.element(page.getByRole('button', { name: 'Volgend punt: Laddertoets' })).toBeVisible();
  expect(asked.filter(({ name }) => name === 'TakeLead')).toHaveLength(1);
});

test('closing asks first, and says where what is left goes', async () => {
  const { asked } = await showRun();
  await page.getByRole('button', { name: 'Meer voor wie leidt' }).click();
  await page.getByRole('menuitem', { name: 'Sluit de vergadering' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Sluit je de vergadering?' });
  await expect.element(dialog.getByText(/2 punten zijn niet aan bod geweest/)).toBeVisible();
  await expect.element(dialog.getByText('6. Laddertoets')).toBeVisible();
  await expect.element(dialog.getByText(/14.januari.2027/)).toBeVisible();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Annuleer' }).click();
  expect(asked.map(({ name }) => name)).not.toContain('CloseMeeting');
});

test('in the closed part who is not in it sees a neutral screen, and nothing of the item', async () => {
  await showRun({
    RunView: runAnswer({ currentId: null, closedPartNow: true, remaining: 0, may: ['JOIN'], leads: false }),
  });
  await expect.element(heading('Besloten deel')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Samenvatting/ })).not.toBeInTheDocument();
  await expectAccessiblePage();
});

test('not there and not yours read the same', async () => {
  await showRun({ MeetingPage: runAnswer(), RunView: { __typename: 'Query', meeting: null } });
  await expect.element(heading('Dit is er niet voor jou')).toBeVisible();
});

test('a server that does not answer is told, and asked again', async () => {
  let broken = true;
  await showRun({
    MeetingPage: runAnswer(),
    RunView: () => {
      if (broken) throw new Error('no answer');
      return runAnswer();
    },
  });
  await expect.element(page.getByText('De vergadering kon niet worden opgehaald')).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect.element(fifth).toBeVisible();
});

test('what somebody else recorded comes in by itself', async () => {
  let recorded = false;
  const more = programme().map((item) =>
    item.id === 'i5'
      ? { ...item, outcomes: [...item.outcomes, outcome('u9', 'DECISION', 'Akkoord met bundelen')] }
      : item,
  ) as ReturnType<typeof programme>;
  const app = await showRun({ RunView: () => runAnswer(recorded ? { items: more } : {}) });
  await expect.element(fifth).toBeVisible();
  await expect.poll(() => app.sinks.has('meeting'), slowly).toBe(true);
  recorded = true;
  happens(app, 'OUTCOME_ADDED');
  await expect.element(page.getByText('Akkoord met bundelen')).toBeVisible();
});
