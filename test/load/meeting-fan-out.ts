import {
  type Following,
  type GraphClient,
  clientWithCookie,
  cookieFrom,
} from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';

export interface FanOut {
  /** Screens that follow the meeting, each on a connection of its own. */
  readonly screens: number;
  readonly turns: number;
  /** Milliseconds from the press of the chair to a screen that knows the new item, over all turns and screens. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

const chair = 'Voorzitter tafel West';
const seated = [chair, 'Secretaris tafel West', 'Projectleider Zwartewaterland', 'Projectleider Deventer'];

/** What a screen shows of a change: the item that is current and its clock. */
const screen = `subscription ($meetingId: ID!, $after: String) { meetingEvents(meetingId: $meetingId, after: $after) {
  ... on StreamChange { cursor event { id type subjects { ... on Meeting { id version
    run { currentItem { id title } remainingSeconds paused predictedEndAt overrunMinutes }
    items { id position title time { progress startedAt spentSeconds delayMinutes } } } } } }
  ... on StreamReset { cursor } } }`;
const goTo = `mutation ($input: GoToItemInput!) { goToItem(input: $input) { meeting { id } problems { code message } } }`;

async function signedIn(app: TestApp, name: string): Promise<GraphClient> {
  const nobody = clientWithCookie(app, '');
  const { personas } = await nobody.run('{ personas { id name } }');
  const persona = (personas as { id: string; name: string }[]).find((each) => each.name === name);
  if (!persona) throw new Error(`There is no persona “${name}”.`);
  const { headers } = await nobody.answer(
    'mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { code } } }',
    { id: persona.id },
  );
  return clientWithCookie(app, cookieFrom(headers));
}

/**
 * A meeting of the demo region runs, and its chair goes from item to item while many screens follow it on a real PostgreSQL.
 * @throws Error when a screen misses an item.
 */
export async function measureFanOut({ screens, turns }: { screens: number; turns: number }): Promise<FanOut> {
  const app = await testApp({ demoRegion: true, database: 'postgresql' });
  const followers: GraphClient[] = [];
  try {
    const leader = await signedIn(app, chair);
    const { table } = await leader.run(
      '{ table(slug: "west-overijssel") { nextMeeting { id state items { id closedPart } } } }',
    );
    const { id: meetingId, items } = table.nextMeeting as { id: string; items: { id: string; closedPart: boolean }[] };
    const { startMeeting } = await leader.run(
      'mutation ($input: MeetingInput!) { startMeeting(input: $input) { problems { message } meeting { run { currentItem { id } } } } }',
      { input: { meetingId } },
    );
    if (startMeeting.problems.length > 0) throw new Error(startMeeting.problems[0].message);
    let current: string = startMeeting.meeting.run.currentItem.id;

    for (let index = 0; index < screens; index += 1)
      followers.push(await signedIn(app, seated[index % seated.length] ?? chair));
    const { meetingCursor: after } = await leader.run('query ($id: ID!) { meetingCursor(meetingId: $id) }', {
      id: meetingId,
    });
    const following = followers.map((follower) => follower.follow(screen, { meetingId, after }));

    const shown = async (screenFollows: Following, itemId: string): Promise<number> => {
      for (;;) {
        const frame = await screenFollows.next(20_000);
        const change = frame.data?.meetingEvents;
        const now = change?.event?.subjects.find((subject: { run?: unknown }) => subject.run)?.run?.currentItem?.id;
        if (now === itemId) return performance.now();
      }
    };
    const open = items.filter(({ closedPart }) => !closedPart);
    const delays: number[] = [];
    // The first turn also waits for the sockets to open, and is not counted.
    for (let turn = 0; turn <= turns; turn += 1) {
      const next = open.filter(({ id }) => id !== current)[turn % (open.length - 1)];
      if (!next) throw new Error('The demo meeting has too few open items.');
      const began = performance.now();
      const arrivals = following.map((each) => shown(each, next.id));
      const { goToItem } = await leader.run(goTo, { input: { meetingId, itemId: next.id, fromItemId: current } });
      if (goToItem.problems.length > 0) throw new Error(goToItem.problems[0].message);
      const times = await Promise.all(arrivals);
      if (turn > 0) delays.push(...times.map((time) => time - began));
      current = next.id;
    }
    for (const each of following) each.stop();
    const sorted = delays.toSorted((one, other) => one - other);
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
    return { screens, turns, p50: at(0.5), p95: at(0.95), worst: at(1) };
  } finally {
    await Promise.all(followers.map((follower) => follower.disconnect()));
    await app.close();
  }
}
