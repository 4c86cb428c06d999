import type { SqlEntityManager } from '@mikro-orm/sql';
import { isMailAddress } from '@versnellingstafel/shared/mail/mail-address';
import { newId } from '../ids/new-id.ts';

/** How far a mail is: it waits for its time, has left, can never leave, or stays where people can look at it. */
export const mailStates = ['WAITING', 'SENT', 'FAILED', 'OUTBOX'] as const;
export type MailState = (typeof mailStates)[number];

/** Milliseconds for which mail waits, so that what it tells can be taken back. */
export const mailWaits = 60_000;

/** Whom a mail goes to. */
export interface MailReceiver {
  readonly personId: string | null;
  readonly address: string;
  readonly receiver: string;
}

/**
 * Puts mail about one thing in the queue, once for each receiver however often it is asked; who has no usable address is left out.
 * @returns how many now wait.
 */
export async function queueMail(
  em: SqlEntityManager,
  mail: { kind: string; aboutId: string; at: Date },
  receivers: readonly MailReceiver[],
): Promise<number> {
  const rows = receivers
    .filter(({ address }) => isMailAddress(address))
    .map((receiver) => ({ id: newId(), ...receiver }));
  if (rows.length === 0) return 0;
  const due = new Date(mail.at.getTime() + mailWaits);
  const written = await em.execute<object[]>(
    `insert into mail_message (id, kind, about_id, person_id, address, receiver, state, created_at, due_at)
     select id, ?, ?, "personId", address, receiver, 'WAITING', ?, ?
     from jsonb_to_recordset(?::jsonb) as row (id uuid, "personId" uuid, address text, receiver text)
     order by "personId", address
     on conflict do nothing returning id`,
    [mail.kind, mail.aboutId, mail.at, due, JSON.stringify(rows)],
  );
  return written.length;
}

/**
 * Takes back all mail about one thing, when none of it has left or is leaving at this moment.
 * @returns false when it is too late; then nothing is taken back.
 */
export async function takeBackMail(em: SqlEntityManager, aboutId: string): Promise<boolean> {
  const rows = await em.execute<{ untouched: boolean }[]>(
    `select state = 'WAITING' and claimed_until is null and attempts = 0 as untouched
     from mail_message where about_id = ? order by id for update`,
    [aboutId],
  );
  if (rows.some(({ untouched }) => !untouched)) return false;
  await em.execute('delete from mail_message where about_id = ?', [aboutId]);
  return true;
}
