import { type AgendaChange, agendaChanges, changesFor } from '@versnellingstafel/shared/meetings/agenda-changes';
import { mailWaits } from '../../../platform/mail/mail-queue.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { closedPartTitle } from '../agenda-item.resolver.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { itemViews } from './item-views.ts';
import { type Publication, publicationsOf } from './publication.queries.ts';
import { publishedSnapshot, workingSnapshots } from './snapshot.queries.ts';

/** A publication with what it told that the one before it had not. */
export interface PublicationFace extends Publication {
  readonly changes: readonly AgendaChange[];
}

function toldOf(context: AppContext, meetingId: string): Promise<Publication[] | null> {
  return context
    .loader<Publication[]>('publicationsOf', async (ids) =>
      grouped(await publicationsOf(context.em, ids), (one) => one.meetingId),
    )
    .load(meetingId);
}

async function masked(
  context: AppContext,
  meetingId: string,
  changes: readonly AgendaChange[],
): Promise<AgendaChange[]> {
  return changesFor(changes, await itemViews(context, meetingId, changes), closedPartTitle[context.locale]);
}

/** All that was told of a meeting, the earliest first, as the viewer may hear it. */
export async function publicationsSeen(context: AppContext, meetingId: string): Promise<PublicationFace[]> {
  const told = (await toldOf(context, meetingId)) ?? [];
  return Promise.all(
    told.map(async (publication, index) => {
      const before = told[index - 1];
      const changes = before ? agendaChanges(before.snapshot, publication.snapshot) : [];
      return { ...publication, changes: await masked(context, meetingId, changes) };
    }),
  );
}

/** What the next publication will tell; nothing before the first one, and for who does not prepare the meeting. */
export async function pendingChanges(context: AppContext, meeting: Meeting): Promise<AgendaChange[]> {
  const facts = await meetingFacts(context, meeting.id);
  if (!facts?.leads || meeting.publishedAt === null) return [];
  const last = (await toldOf(context, meeting.id))?.at(-1)?.snapshot ?? (await publishedSnapshot(context.em, meeting));
  const now = (await workingSnapshots(context.em, [meeting])).get(meeting.id);
  return last && now ? masked(context, meeting.id, agendaChanges(last, now)) : [];
}

/** Until when this person may take this publication back; null when they may not. */
export function undoableUntil(
  last: Publication | undefined,
  meeting: Pick<Meeting, 'state'>,
  personId: string,
  now: Date,
): Date | null {
  if (last?.before == null || last.mailLeft || last.publishedById !== personId) return null;
  const until = new Date(last.publishedAt.getTime() + mailWaits);
  const stateThen = last.before.state === 'DRAFT' ? 'PUBLISHED' : last.before.state;
  return now < until && meeting.state === stateThen ? until : null;
}

/** Until when the viewer may take the last publication back; null when they may not. */
export async function publicationUndoableUntil(context: AppContext, meeting: Meeting): Promise<Date | null> {
  const last = (await toldOf(context, meeting.id))?.at(-1);
  return undoableUntil(last, meeting, context.requireViewer().personId, context.now());
}
