import { minutesLimits } from '@versnellingstafel/shared/meetings/minutes';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { AbilityDecision } from '../../../platform/graphql/abilities.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { meetingKind } from '../meeting-events.ts';
import { isMasked } from '../minutes/item-of-minutes.ts';
import { CaseFeedback } from './feedback.entity.ts';
import { visibleFeedback } from './feedback.queries.ts';

export interface RecordFeedback {
  feedbackId: string;
  note?: string | null | undefined;
}

/** May the viewer record that a municipality was told? The owner of the case, and chair and secretary of the table that handled it. */
export function mayRecord(
  viewer: Viewer,
  { tableId, ownerId, done }: { tableId: string; ownerId: string | null; done: boolean },
): AbilityDecision {
  if (ownerId !== viewer.personId && !leadsTable(roleAt(viewer, tableId)))
    return { allowed: false, reason: 'OWNER_OR_TABLE_ONLY' };
  return done ? { allowed: false, reason: 'FEEDBACK_DONE' } : { allowed: true };
}

/** Records that a municipality was told what the table did with its case; once. @throws Forbidden, Refusal. */
export async function recordFeedback(
  tx: Transaction,
  viewer: Viewer,
  input: RecordFeedback,
): Promise<{ feedbackId: string }> {
  const { feedback, meeting, ownerId } = await feedbackForChange(tx, viewer, uuidOf('CaseFeedback', input.feedbackId));
  const { tableId, bottleneckId } = feedback;
  const decision = mayRecord(viewer, { tableId, ownerId, done: feedback.doneAt !== null });
  if (!decision.allowed && decision.reason === 'OWNER_OR_TABLE_ONLY') throw new Forbidden(decision.reason);
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', 'feedbackId']));
  const check = new InputCheck();
  const note = check.text('note', input.note ?? '', { max: minutesLimits.noteMax });
  check.done();

  feedback.record(note, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  const item = meeting.publishedAgenda?.find(({ id }) => id === feedback.agendaItemId);
  tx.record({
    stream: { kind: 'table', id: tableId },
    type: 'FEEDBACK_RECORDED',
    subjects: [
      { kind: meetingKind, id: meeting.id },
      { kind: 'bottleneck', id: bottleneckId },
    ],
    payload: {
      meetingId: meeting.id,
      feedbackId: feedback.id,
      changes: [],
      ...(item && { itemId: item.id }),
    },
  });
  return { feedbackId: feedback.id };
}

async function feedbackForChange(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
): Promise<{ feedback: CaseFeedback; meeting: Meeting; ownerId: string }> {
  const path = ['input', 'feedbackId'];
  const visible = visibleFeedback(viewer, 'm', 'b');
  const [row] =
    id === null
      ? []
      : await tx.em.execute<{ feedback: object; meetingId: string; ownerId: string }[]>(
          `select m.id as "meetingId", b.owner_id as "ownerId"
           from case_feedback f join meeting m on m.id = f.meeting_id join bottleneck b on b.id = f.bottleneck_id
           where f.id = ? and ${visible.sql} for update of f`,
          [id, ...visible.params],
        );
  if (!row) return refuse(notFoundProblem(path));
  const [kept] = await tx.em.execute<object[]>('select * from case_feedback where id = ?', [id]);
  const [place] = await tx.em.execute<object[]>('select * from meeting where id = ?', [row.meetingId]);
  if (!kept || !place) return refuse(notFoundProblem(path));
  const feedback = tx.em.map(CaseFeedback, kept);
  const meeting = tx.em.map(Meeting, place);
  const item = meeting.publishedAgenda?.find((one) => one.id === feedback.agendaItemId);
  if (item && (await isMasked(tx, viewer, meeting, item))) refuse(notFoundProblem(path));
  return { feedback, meeting, ownerId: row.ownerId };
}
