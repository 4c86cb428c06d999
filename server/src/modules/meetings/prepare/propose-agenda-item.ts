import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { agendaLimits, type AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import { proposalLimits } from '@versnellingstafel/shared/meetings/proposals';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkSubjectIds } from '../item-subjects.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { AgendaProposal } from './agenda-proposal.entity.ts';
import { proposalEvent } from './proposal-events.ts';

export interface ProposeAgendaItem {
  meetingId: string;
  title: string;
  purpose?: AgendaPurpose | null | undefined;
  minutes?: number | null | undefined;
  motivation: string;
  proposedDecision?: string | null | undefined;
  subjectIds?: readonly string[] | null | undefined;
}

/**
 * Proposes an item for a meeting that has not started, for its participants. After the last day for submitting it still arrives, and who
 * prepares the meeting sees that it is late.
 * @throws Forbidden (PARTICIPANTS_ONLY), Refusal.
 */
export async function proposeAgendaItem(
  tx: Transaction,
  viewer: Viewer,
  input: ProposeAgendaItem,
): Promise<{ meetingId: string; proposalId: string }> {
  const id = uuidOf('Meeting', input.meetingId);
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', null, 'PROPOSE_ITEM');

  const check = new InputCheck();
  const { titleMin, titleMax, textMax, minutesMin, minutesMax } = agendaLimits;
  const title = check.text('title', input.title, { min: titleMin, max: titleMax, singleLine: true });
  const { motivationMin, motivationMax, openMax } = proposalLimits;
  const motivation = check.text('motivation', input.motivation, { min: motivationMin, max: motivationMax });
  const proposedDecision = check.text('proposedDecision', input.proposedDecision ?? '', { max: textMax });
  const minutes = check.whole('minutes', input.minutes ?? 15, { min: minutesMin, max: minutesMax });
  const subjects = await checkSubjectIds(tx, viewer, check, input.subjectIds ?? []);
  const [mine] = await tx.em.execute<{ open: number }[]>(
    `select count(*)::int as open from agenda_proposal where meeting_id = ? and proposed_by_id = ? and state = 'OPEN'`,
    [meeting.id, viewer.personId],
  );
  if ((mine?.open ?? 0) >= openMax) check.refuse('meetingId', 'TOO_MANY', { max: openMax });
  check.done();

  const proposal = tx.em.create(AgendaProposal, {
    id: tx.newId(),
    meetingId: meeting.id,
    proposedById: viewer.personId,
    proposedAt: tx.now,
    title,
    purpose: input.purpose ?? 'DISCUSS',
    minutes,
    motivation,
    proposedDecision,
    subjects,
    afterDeadline: localDateOf(tx.now) > meeting.submitBy,
    state: 'OPEN',
    returnReason: '',
    decidedAt: null,
    decidedById: null,
    agendaItemId: null,
  });
  await tx.em.flush();
  tx.record(proposalEvent('AGENDA_ITEM_PROPOSED', meeting, proposal, [{ field: 'title', before: null, after: title }]));
  return { meetingId: meeting.id, proposalId: proposal.id };
}
