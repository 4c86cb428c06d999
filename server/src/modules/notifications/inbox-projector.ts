import type { Projector } from '../../platform/streams/stream.ts';
import { inboxEventTypes, recipientsOf } from './recipients.ts';

/** Kind of the stream of one person's inbox; its id is the person's. */
export const inboxKind = 'inbox';
const inboxItemArrived = 'INBOX_ITEM_ARRIVED';

/**
 * Puts what happened into the inboxes of whom it concerns, after the commit and in batches. Once for each event and person,
 * however often it runs; a number in the person's own stream tells their browsers.
 */
export const inboxProjector: Projector = {
  handles: inboxEventTypes,
  async project(tx, events) {
    const recipients = await recipientsOf(tx.em, events);
    if (recipients.length === 0) return;
    const rows = recipients.map((recipient) => ({
      id: tx.newId(),
      event_id: recipient.eventId,
      person_id: recipient.personId,
      reason: recipient.reason,
      happened_at: new Date(recipient.happenedAt).toISOString(),
    }));
    const written = await tx.em.execute<{ event_id: string; person_id: string }[]>(
      `insert into inbox_item (id, event_id, person_id, reason, happened_at)
       select id, event_id, person_id, reason, happened_at
       from jsonb_to_recordset(?::jsonb) as row (id uuid, event_id uuid, person_id uuid, reason text, happened_at timestamptz)
       order by event_id, person_id
       on conflict (event_id, person_id) do nothing returning event_id, person_id`,
      [JSON.stringify(rows)],
    );
    for (const { event_id: eventId, person_id: personId } of written) {
      // No subjects: a timeline tells the event itself, not that somebody heard of it.
      tx.record({
        stream: { kind: inboxKind, id: personId },
        type: inboxItemArrived,
        subjects: [],
        payload: { eventId },
      });
    }
  },
};
