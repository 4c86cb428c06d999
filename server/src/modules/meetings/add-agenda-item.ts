import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { workingAgenda } from './agenda.ts';
import type { AgendaItemText } from './agenda-item.entity.ts';
import { checkAnnotation } from './item-annotation.ts';
import { checkSubjects, type SubjectsInput } from './item-subjects.ts';
import { checkItemText, type ItemTextInput } from './item-text.ts';
import { meetingForChange } from './meeting-for-change.ts';
import { placeItem } from './place-item.ts';

export interface AddAgendaItem extends ItemTextInput, SubjectsInput {
  meetingId: string;
  expectedVersion?: number | null | undefined;
  title: string;
  /** For the chair alone. */
  annotation?: string | null | undefined;
  position?: number | null | undefined;
}

/** What an item is when nothing is said about it. */
export const plainItem: AgendaItemText = {
  title: '',
  purpose: 'DISCUSS',
  minutes: 15,
  presenterId: null,
  presenterText: null,
  proposedDecision: '',
  closedPart: false,
};

/**
 * Adds an item to the working version, at the end or at `position` (1 is first). A case on it stays in its state: to
 * put a case on the agenda as such there is scheduleBottleneck.
 * @throws Refusal, Forbidden.
 */
export async function addAgendaItem(
  tx: Transaction,
  viewer: Viewer,
  input: AddAgendaItem,
): Promise<{ meetingId: string; itemId: string }> {
  const meeting = await meetingForChange(
    tx,
    viewer,
    uuidOf('Meeting', input.meetingId),
    'meetingId',
    input.expectedVersion,
  );
  const agenda = await workingAgenda(tx, meeting.id);

  const check = new InputCheck();
  const text = { ...plainItem, ...(await checkItemText(tx, check, input, meeting)) };
  const subjects = await checkSubjects(tx, viewer, check, input, agenda);
  const annotation = await checkAnnotation(tx, viewer, check, meeting, input.annotation);
  const last = agenda.length + 1;
  const position = input.position == null ? last : check.whole('position', input.position, { min: 1, max: last });
  if (agenda.length >= agendaLimits.itemsMax) check.refuse('meetingId', 'TOO_MANY', { max: agendaLimits.itemsMax });
  check.done();

  const itemId = await placeItem(
    tx,
    meeting,
    agenda,
    { text, subjects, at: position - 1, annotation: annotation ?? '' },
    { by: viewer.personId, at: tx.now },
  );
  return { meetingId: meeting.id, itemId };
}
