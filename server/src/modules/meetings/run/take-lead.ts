import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { runEvent } from './run-events.ts';
import { runningMeeting } from './running-meeting.ts';

/**
 * Takes over the controls in one step, whether or not who led is still there: a laptop that dies must not stop the table.
 * @throws Forbidden, Refusal (ALREADY_LEAD, not started, over).
 */
export async function takeLead(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const { meeting, run } = await runningMeeting(tx, viewer, input.meetingId, 'TAKE_LEAD');
  const people = await tx.em.execute<{ id: string; name: string }[]>('select id, name from person where id in (?)', [
    [run.leadId, viewer.personId],
  ]);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null;
  const change = { field: 'lead', before: nameOf(run.leadId), after: nameOf(viewer.personId) };
  run.leadBy(viewer.personId);
  await tx.em.flush();
  tx.record(runEvent('LEAD_TAKEN', meeting, { changes: [change] }));
  return { meetingId: meeting.id };
}
