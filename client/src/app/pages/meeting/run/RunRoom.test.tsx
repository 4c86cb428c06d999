import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { JoinMeetingMutation, RaiseHandMutation, TakeAttendanceMutation } from '../../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import { answer } from '../../../testing/render-app.tsx';
import { attendee, chair, me, person, presenceAnswer, runAnswer, runningMeeting, showRun } from './run-fixture.ts';

const here = page.getByRole('region', { name: 'Aanwezig' });
const kampen = person('ka', 'Kampen', 'KA');
const participant = { may: ['JOIN', 'WRITE_MINUTES'], leads: false };

test('who opens the meeting and is not on the list says in one press where they are', async () => {
  const { asked } = await showRun({
    RunView: runAnswer({ ...participant, attendance: [attendee(chair, 'IN_ROOM'), attendee(me, null)] }),
    JoinMeeting: answer<JoinMeetingMutation>({
      __typename: 'Mutation',
      joinMeeting: {
        __typename: 'MeetingPayload',
        meeting: runningMeeting({ attendance: [attendee(chair, 'IN_ROOM'), attendee(me, 'ONLINE')] }),
        problems: [],
      },
    } as unknown as JoinMeetingMutation),
  });
  await expect.element(page.getByText('Ben je erbij?')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Ik doe online mee' }).click();
  await expect.element(here.getByText('2 van 2')).toBeVisible();
  await expect.element(page.getByText('Ben je erbij?')).not.toBeInTheDocument();
  expect(asked.find(({ name }) => name === 'JoinMeeting')?.variables['input']).toEqual({
    meetingId: 'm1',
    online: true,
  });
});

test('hands come first, and who only looks is there too', async () => {
  await showRun({
    MeetingPresence: presenceAnswer(
      { person: chair },
      { person: kampen, handRaised: true },
      { person: person('ob', 'Waarnemer Rijk', 'RI') },
    ),
  });
  await expect.element(here.getByRole('listitem').first()).toHaveTextContent('KAKampenvraagt het woord');
  await expect.element(here.getByRole('listitem').last()).toHaveTextContent('RIWaarnemer Rijkkijkt mee');
  await expect.element(here.getByText('Afgemeld: Ommen, Raalte')).toBeVisible();
});

test('a participant asks for the floor, and sees no controls that are not theirs', async () => {
  const { asked } = await showRun({
    RunView: runAnswer(participant),
    RaiseHand: answer<RaiseHandMutation>({
      __typename: 'Mutation',
      raiseHand: { __typename: 'HandPayload', raised: true, problems: [] },
    }),
  });
  const hand = page.getByRole('button', { name: 'Vraag het woord' });
  await hand.click();
  await expect.element(hand).toHaveAttribute('aria-pressed', 'true');
  expect(asked.find(({ name }) => name === 'RaiseHand')?.variables['input']).toEqual({ meetingId: 'm1', raised: true });
  await expect.element(page.getByText('Voorzitter tafel West leidt de vergadering.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Volgend punt/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Pauze' })).not.toBeInTheDocument();
  await expect
    .element(page.getByText('Vastleggen? Dat kan de voorzitter of de secretaris van de tafel.'))
    .toBeVisible();
  await expectAccessiblePage();
});

test('attendance is one press a person', async () => {
  const list = [attendee(chair, 'IN_ROOM'), attendee(kampen, null, { answer: 'ONLINE' })];
  const { asked } = await showRun({
    RunView: runAnswer({ attendance: list }),
    TakeAttendance: answer<TakeAttendanceMutation>({
      __typename: 'Mutation',
      takeAttendance: {
        __typename: 'MeetingPayload',
        meeting: runningMeeting({ attendance: [list[0]!, attendee(kampen, 'ONLINE')] }),
        problems: [],
      },
    } as unknown as TakeAttendanceMutation),
  });
  await page.getByRole('button', { name: 'Houd de presentie bij' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wie is er?' });
  await expect.element(dialog.getByText(/doet online mee/)).toBeVisible();
  await expectAccessiblePage();
  const online = dialog.getByRole('group', { name: 'Kampen' }).getByRole('button', { name: 'Online' });
  await online.click();
  await expect.element(online).toHaveAttribute('aria-pressed', 'true');
  expect(asked.find(({ name }) => name === 'TakeAttendance')?.variables['input']).toEqual({
    meetingId: 'm1',
    personId: 'ka',
    presence: 'ONLINE',
  });
});

test('one key makes the screen fit for a wall', async () => {
  const items = runningMeeting().items.map((item) =>
    item.id === 'i5' ? { ...item, annotation: 'Let op de wethouder' } : item,
  );
  await showRun({ RunView: runAnswer({ items }) });
  await expect.element(page.getByText('Let op de wethouder')).toBeVisible();
  await userEvent.keyboard('r');
  await expect.element(page.getByRole('button', { name: /^Rustig scherm/ })).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByText('Let op de wethouder')).not.toBeInTheDocument();
  await expect.element(here).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Zoek in/ })).not.toBeInTheDocument();
  await userEvent.keyboard('r');
  await expect.element(page.getByText('Let op de wethouder')).toBeVisible();
});

test('without a connection nobody knows who looks, and the hand says so', async () => {
  const app = await showRun({ RunView: runAnswer(participant) });
  await expect.element(page.getByRole('button', { name: 'Vraag het woord' })).toBeVisible();
  app.sinks.get('meeting')?.lost();
  await expect.element(page.getByText('Dat kan zodra er weer verbinding is.')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Escalatie/ })).toBeVisible();
});
