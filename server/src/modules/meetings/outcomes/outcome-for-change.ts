import type { MeetingVerb } from '@versnellingstafel/shared/meetings/permissions';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { AgendaItem } from '../agenda-item.entity.ts';
import { factsOfKnown, placeOf } from '../meeting-for-change.ts';
import type { Meeting } from '../meeting.entity.ts';
import type { FactsOfMeeting } from '../meeting.policy.ts';
import { shownItem } from '../run/item-of-meeting.ts';
import { runOfMeeting } from '../run/running-meeting.ts';
import { AgendaOutcome } from './outcome.entity.ts';

/** An item with its meeting, locked, for a viewer who records what comes of it. */
export interface RecordedItem {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  /** What the viewer is at this meeting. */
  readonly facts: FactsOfMeeting;
}

/** @throws Refusal (not there or hidden from them, over), Forbidden (CHAIR_OR_SECRETARY_ONLY). */
export async function itemToRecord(tx: Transaction, viewer: Viewer, itemId: string): Promise<RecordedItem> {
  const id = uuidOf('AgendaItem', itemId);
  return recordedItem(tx, viewer, id, 'itemId');
}

/**
 * An outcome with its item and meeting, locked, in the version that was seen.
 * @param verb what is done with it, where that is not a change of its words.
 * @throws Refusal (not there, changed meanwhile, over), Forbidden (CHAIR_OR_SECRETARY_ONLY).
 */
export async function outcomeForChange(
  tx: Transaction,
  viewer: Viewer,
  input: { outcomeId: string; expectedVersion: number },
  verb: MeetingVerb = 'RECORD_OUTCOME',
): Promise<RecordedItem & { outcome: AgendaOutcome }> {
  const id = uuidOf('AgendaOutcome', input.outcomeId);
  const [place] =
    id === null
      ? []
      : await tx.em.execute<{ itemId: string; closedPart: boolean }[]>(
          'select agenda_item_id as "itemId", closed_part as "closedPart" from agenda_outcome where id = ? and withdrawn_at is null',
          [id],
        );
  if (!place || !(await shows(tx, viewer, place))) return refuse(notFoundProblem(['input', 'outcomeId']));
  const { meeting, item, facts } = await recordedItem(tx, viewer, place.itemId, 'outcomeId', verb);
  // Read once the meeting is locked: until then somebody else may have changed it.
  const outcome = await tx.em.findOne(AgendaOutcome, { id, withdrawnAt: null });
  if (outcome === null) return refuse(notFoundProblem(['input', 'outcomeId']));
  if (outcome.version !== input.expectedVersion) {
    const current = { type: 'AgendaOutcome', id: outcome.id };
    refuse(conflictProblem({ current, currentVersion: outcome.version }));
  }
  return { meeting, item, facts, outcome };
}

/** Does an outcome show to the viewer: with its item, and what is closed beside that to who may see the closed part? */
async function shows(
  tx: Transaction,
  viewer: Viewer,
  { itemId, closedPart }: { itemId: string; closedPart: boolean },
): Promise<boolean> {
  const place = await placeOf(tx, itemId);
  const facts = place && (await factsOfKnown(tx, viewer, place));
  if (!facts || (closedPart && !place.closedPart && !facts.seesClosedPart)) return false;
  return (await shownItem(tx, viewer, facts, itemId)) !== null;
}

async function recordedItem(
  tx: Transaction,
  viewer: Viewer,
  itemId: string | null,
  field: string,
  verb: MeetingVerb = 'RECORD_OUTCOME',
): Promise<RecordedItem> {
  const place = itemId === null ? null : await placeOf(tx, itemId);
  const known = place !== null && (await factsOfKnown(tx, viewer, place)) !== null;
  const meetingId = known ? place.meetingId : null;
  const { meeting, facts } = await runOfMeeting(tx, viewer, meetingId, verb, field);
  const item = await shownItem(tx, viewer, facts, itemId);
  if (item === null) return refuse(notFoundProblem(['input', field]));
  return { meeting, item, facts };
}
