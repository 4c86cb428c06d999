import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Cast, Part } from './bottleneck-cast.ts';
import type { AnswerData, GraphClient } from './graph-client.ts';
import { changeAgenda, makeMeeting, problemFields, readMeeting } from './meeting-factory.ts';

/** An item of a meeting that is made for a test. */
export interface ItemWish {
  readonly title: string;
  readonly minutes?: number;
  readonly closedPart?: boolean;
  readonly bottleneckIds?: readonly string[];
  readonly proposedDecision?: string;
}

/** A published meeting, with its ids as clients name them. */
export interface PublishedMeeting {
  readonly meetingId: string;
  readonly uuid: string;
  /** The id of an item by its title. */
  item(title: string): string;
}

/** A published meeting of the western table that is to begin now, prepared by its secretary. */
export async function publishedMeeting(cast: Cast, items: readonly ItemWish[]): Promise<PublishedMeeting> {
  const { app, make } = cast;
  const startsAt = app.platform.now();
  const made = await makeMeeting(app, make, { table: cast.west, by: cast.people.secretary, startsAt });
  const secretary = cast.as('secretary');
  for (const item of items) {
    const { problems } = await changeAgenda(secretary, 'addAgendaItem', {
      meetingId: made.globalId,
      minutes: 10,
      ...item,
    });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }
  const { version } = await readMeeting(secretary, made);
  const { meeting } = await changeAgenda(secretary, 'publishAgenda', {
    meetingId: made.globalId,
    expectedVersion: version,
  });
  const ids = new Map<string, string>(
    meeting.items.map((item: { id: string; title: string }) => [item.title, item.id]),
  );
  return {
    meetingId: made.globalId,
    uuid: made.id,
    item(title) {
      const id = ids.get(title);
      if (id === undefined) throw new Error(`There is no item ${title}.`);
      return id;
    },
  };
}

/** What a page about a running meeting asks. */
const runFields = `id state viewerIsLead viewerCan { verb allowed reason }
  run { startedAt startedBy { name } lead { name } closedAt currentItem { id title } closedPartNow paused remainingSeconds givenMinutes predictedEndAt overrunMinutes }
  items { id title closedPart time { progress startedAt spentSeconds extraMinutes expectedStartAt delayMinutes } }
  attendance { person { name } role isGuest answer answerRemark presence arrivedAt leftAt substitutesFor { name } }`;

/** A running meeting as this person gets it; null when it is not there for them. */
export async function readRun(client: GraphClient, { meetingId }: PublishedMeeting): Promise<AnswerData> {
  return (await client.run(`query ($id: ID!) { meeting(id: $id) { ${runFields} } }`, { id: meetingId })).meeting;
}

const inputTypes: Readonly<Record<string, string>> = {
  goToItem: 'GoToItemInput',
  addMinutes: 'AddMinutesInput',
  takeAttendance: 'TakeAttendanceInput',
  joinMeeting: 'JoinMeetingInput',
};

/** Runs one of the mutations on a running meeting: `steer(cast.as('chair'), 'pauseMeeting', { meetingId })`. */
export async function steer(client: GraphClient, mutation: string, input: object): Promise<AnswerData> {
  const type = inputTypes[mutation] ?? 'MeetingInput';
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { meeting { ${runFields} } item { id } problems { ${problemFields} } } }`;
  return (await client.run(text, { input }))[mutation];
}

/** The reason for which a mutation is forbidden to this person, or the code of its first problem; null when it went through. */
export async function refusedTo(client: GraphClient, mutation: string, input: object): Promise<string | null> {
  const type = inputTypes[mutation] ?? 'MeetingInput';
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code } } }`;
  const { data, errors } = await client.answer(text, { input });
  if (errors[0]) return `${errors[0].extensions.code} ${String(errors[0].extensions['reason'] ?? '')}`.trim();
  return data[mutation].problems[0]?.code ?? null;
}

/** Starts a meeting as somebody. */
export async function start(cast: Cast, meeting: PublishedMeeting, by: Part = 'chair'): Promise<AnswerData> {
  return steer(cast.as(by), 'startMeeting', { meetingId: meeting.meetingId });
}

/** A person as clients name them. */
export const personOf = (cast: Cast, part: Part): string => globalId('Person', cast.people[part].id);
