import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { Forbidden } from '../../platform/commands/breach.ts';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { Meeting } from './meeting.entity.ts';
import { loadMeetingFacts } from './meeting.policy.ts';

/** What the chair notes on an item; undefined when nothing was sent. @throws Forbidden (CHAIR_ONLY) for everybody else. */
export async function checkAnnotation(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  meeting: Pick<Meeting, 'id'>,
  annotation: string | null | undefined,
): Promise<string | undefined> {
  if (annotation == null) return undefined;
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  if (facts?.role !== 'CHAIR') throw new Forbidden('CHAIR_ONLY');
  return check.text('annotation', annotation, { max: agendaLimits.textMax });
}
