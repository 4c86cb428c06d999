import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import { placeForNewItem } from '../closing-item.ts';
import type { Change, Meeting } from '../meeting.entity.ts';
import { placeItem } from '../place-item.ts';
import { casesOf } from '../remove-agenda-item.ts';
import { AgendaProposal } from './agenda-proposal.entity.ts';
import { presenterOf } from './presenter.ts';
import { proposalEvent } from './proposal-events.ts';
import { proposalForChange } from './proposal-for-change.ts';

export interface AcceptProposal {
  proposalId: string;
  expectedVersion: number;
  position?: number | null | undefined;
  minutes?: number | null | undefined;
}

/**
 * Makes an item of what a participant proposed, at `position` (1 is first) or before the item that closes the meeting. About a
 * confidential case it comes in the closed part.
 * @throws Forbidden, Refusal.
 */
export async function acceptProposal(
  tx: Transaction,
  viewer: Viewer,
  input: AcceptProposal,
): Promise<{ meetingId: string; proposalId: string; itemId: string }> {
  const { meeting, proposal } = await proposalForChange(tx, viewer, input, 'ACCEPT');
  const agenda = await workingAgenda(tx, meeting.id);

  const check = new InputCheck();
  const { minutesMin, minutesMax, itemsMax } = agendaLimits;
  const last = agenda.length + 1;
  const minutes = check.whole('minutes', input.minutes ?? proposal.minutes, { min: minutesMin, max: minutesMax });
  if (input.position != null) check.whole('position', input.position, { min: 1, max: last });
  const there = new Set(agenda.flatMap(casesOf));
  if (casesOf(proposal).some((id) => there.has(id))) check.refuse('proposalId', 'ALREADY_ON_AGENDA');
  if (agenda.length >= itemsMax) check.refuse('proposalId', 'TOO_MANY', { max: itemsMax });
  check.done();

  const { title, purpose, proposedDecision, subjects } = proposal;
  const closedPart = await isConfidential(tx, proposal);
  const presenter = await presenterOf(tx, meeting.tableId, proposal.proposedById);
  const change = { by: viewer.personId, at: tx.now };
  const item = {
    text: { title, purpose, minutes, proposedDecision, closedPart, ...presenter },
    subjects,
    at: input.position == null ? placeForNewItem(agenda, closedPart) : input.position - 1,
    why: [{ kind: 'PROPOSED', personId: proposal.proposedById, on: localDateOf(proposal.proposedAt) }] as const,
  };
  const itemId = await placeItem(tx, meeting, agenda, item, change);
  await acceptProposals(tx, meeting, [proposal.id], itemId, change);
  return { meetingId: meeting.id, proposalId: proposal.id, itemId };
}

async function isConfidential(tx: Transaction, proposal: AgendaProposal): Promise<boolean> {
  const ids = proposal.subjects.filter(({ kind }) => kind === 'bottleneck').map(({ id }) => id);
  const rows = await tx.em.execute<object[]>(
    `select id from bottleneck where id = any(?::uuid[]) and confidentiality = 'CONFIDENTIAL'`,
    [arrayLiteral(ids)],
  );
  return rows.length > 0;
}

/** Notes that open proposals became this item, and tells who proposed them. The meeting is locked. */
export async function acceptProposals(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  proposalIds: readonly string[],
  itemId: string,
  change: Change,
): Promise<void> {
  if (proposalIds.length === 0) return;
  const proposals = await tx.em.find(AgendaProposal, { id: { $in: [...proposalIds] } });
  for (const proposal of proposals) {
    proposal.accept(itemId, change);
    tx.record(
      proposalEvent('PROPOSAL_ACCEPTED', meeting, proposal, [{ field: 'title', before: null, after: proposal.title }]),
    );
  }
  await tx.em.flush();
}
