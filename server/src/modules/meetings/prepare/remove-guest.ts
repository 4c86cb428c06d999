import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { itemForChange } from '../meeting-for-change.ts';
import { guestEvent } from './invitation-events.ts';

export interface RemoveGuest {
  itemId: string;
  expectedVersion: number;
  guestId: string;
}

/** Takes an invitation to an item back; who was invited by it sees the item no longer. @throws Forbidden, Refusal. */
export async function removeGuest(
  tx: Transaction,
  viewer: Viewer,
  input: RemoveGuest,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);
  const id = uuidOf('Guest', input.guestId);
  const [guest] =
    id === null
      ? []
      : await tx.em.execute<{ name: string; personId: string | null }[]>(
          `delete from agenda_guest g where g.id = ? and g.agenda_item_id = ?
           returning coalesce((select p.name from person p where p.id = g.person_id), g.name) as name, g.person_id as "personId"`,
          [id, item.id],
        );
  if (!guest) return refuse(fieldProblem('UNKNOWN_GUEST', ['input', 'guestId']));
  tx.record(guestEvent('GUEST_REMOVED', meeting, item.id, guest));
  return { meetingId: meeting.id, itemId: item.id };
}
