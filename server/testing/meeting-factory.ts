import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Factories, Made } from './factories.ts';
import type { GraphClient } from './graph-client.ts';
import type { TestApp } from './test-app.ts';

export interface MadeMeeting extends Made {
  /** As clients name it. */
  readonly globalId: string;
}

export interface MeetingWish {
  readonly table: Made;
  /** Who planned it. */
  readonly by: Made;
  /** Default: in two weeks, two and a half hours. */
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  readonly state?: MeetingState;
}

const hour = 3_600_000;

/** A meeting straight into the rows, with an empty agenda; other than a draft it counts as published. */
export async function makeMeeting(
  app: Pick<TestApp, 'platform'>,
  make: Factories,
  wish: MeetingWish,
): Promise<MadeMeeting> {
  const now = app.platform.now();
  const startsAt = wish.startsAt ?? new Date(now.getTime() + 14 * 24 * hour);
  const day = localDateOf(startsAt);
  const state = wish.state ?? 'DRAFT';
  const meeting = await make.insert('meeting', {
    table_id: wish.table.id,
    state,
    starts_at: startsAt,
    ends_at: wish.endsAt ?? new Date(startsAt.getTime() + 2.5 * hour),
    location: 'Provinciehuis, Zwolle',
    submit_by: addDays(day, -14),
    papers_by: addDays(day, -7),
    minutes_by: addDays(day, 7),
    published_at: state === 'DRAFT' ? null : now,
    published_version: state === 'DRAFT' ? null : 1,
    published_agenda: state === 'DRAFT' ? null : '[]',
    updated_at: now,
    updated_by_id: wish.by.id,
  });
  return { ...meeting, globalId: globalId('Meeting', meeting.id) };
}

/** What a page about a meeting asks. */
const meetingFields = `id version state startsAt endsAt location submitBy papersBy minutesBy plannedMinutes availableMinutes publishedAt unpublishedChanges
  table { id } viewerCan { verb allowed reason }
  items { id position title purpose minutes startsAt presenter { name } presenterText proposedDecision outcome closedPart homesWaiting
    subjects { __typename ... on Bottleneck { id } ... on KnowledgeNote { id } } }`;

export const problemFields =
  '__typename code message path ... on ConflictProblem { currentVersion changedBy { name } current { id } }';

/** A meeting as this person gets it; null when it is not there for them. */
export async function readMeeting(client: GraphClient, meeting: MadeMeeting) {
  return (await client.run(`query ($id: ID!) { meeting(id: $id) { ${meetingFields} } }`, { id: meeting.globalId }))
    .meeting;
}

/** Runs one of the mutations on an agenda: `changeAgenda(client, 'moveAgendaItem', input)`. */
export async function changeAgenda(client: GraphClient, mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`.replace(
    'PublishAgendaInput',
    'MeetingVersionInput',
  );
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { meeting { ${meetingFields} } item { id position title } problems { ${problemFields} } } }`;
  return (await client.run(text, { input }))[mutation];
}

/** The refusal of a mutation on an agenda: code and sentence; null when it went through. */
export async function refusalOf(client: GraphClient, mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`.replace(
    'PublishAgendaInput',
    'MeetingVersionInput',
  );
  const { errors } = await client.answer(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code } } }`,
    { input },
  );
  return errors[0] ? { code: errors[0].extensions.code, message: errors[0].message } : null;
}
