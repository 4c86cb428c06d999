import { setTimeout as wait } from 'node:timers/promises';
import type { GraphViewer, Platform } from '../graphql/graph-context.ts';
import type { ComposedMail, MailToCompose } from './mail-composers.ts';
import { type Mailer, MailNotTaken } from './mailer.ts';

const every = 2_000;
const minute = 60_000;
/** So long one attempt may take; longer than the mailer waits for a server, so that nobody else tries meanwhile. */
const claimLasts = 3 * minute;
/** Minutes until the next attempt; after the last of them it has failed. */
const retries = [1, 5, 15, 60, 180, 360, 720, 1_440];

interface Claimed extends MailToCompose {
  readonly kind: string;
  readonly attempts: number;
}

/**
 * Sends what is due, one after the other. Every instance takes part: a mail is claimed by one of them, and comes free again when that
 * one ends in the middle.
 * @param mailer null: mail is written and stays in the outbox.
 */
export function registerMailJob<V extends GraphViewer>(platform: Platform<V>, mailer: Mailer | null): void {
  platform.jobs.register('mail', {
    every,
    async run() {
      for (let mail = await claim(platform); mail; mail = await claim(platform)) await deliver(platform, mailer, mail);
    },
  });
}

async function claim<V extends GraphViewer>(platform: Platform<V>): Promise<Claimed | undefined> {
  const now = platform.now();
  const [mail] = await platform.database.fork().execute<Claimed[]>(
    `update mail_message set claimed_until = ?, attempts = attempts + 1 where id = (
       select id from mail_message where state = 'WAITING' and due_at <= ? and (claimed_until is null or claimed_until <= ?)
       order by due_at, id limit 1 for update skip locked)
     returning id, kind, about_id as "aboutId", person_id as "personId", address, receiver, attempts`,
    [new Date(now.getTime() + claimLasts), now, now],
  );
  return mail;
}

async function deliver<V extends GraphViewer>(
  platform: Platform<V>,
  mailer: Mailer | null,
  mail: Claimed,
): Promise<void> {
  const { id } = mail;
  const write = (sql: string, params: readonly unknown[]) => platform.database.fork().execute(sql, [...params, id]);
  try {
    const composed = await platform.mail.of(mail.kind)(mail);
    if (!composed) {
      await write('delete from mail_message where id = ?', []);
      return;
    }
    await keepText(platform, id, composed);
    // Nobody lives there: an address of the demo.
    const reachable = mailer !== null && !mail.address.endsWith('.example');
    if (reachable) await mailer.send({ ...composed, ...mail, messageId: `<${id}@${hostOf(platform)}>` });
    if (!reachable) await write(`update mail_message set state = 'OUTBOX' where id = ?`, []);
    else
      await write(`update mail_message set state = 'SENT', sent_at = ?, last_error = null where id = ?`, [
        platform.now(),
      ]);
  } catch (error) {
    const { message } = error as Error;
    const pause = retries[mail.attempts - 1];
    const failed = pause === undefined || (error instanceof MailNotTaken && error.forGood);
    platform.log.warn(
      { mailId: id, attempts: mail.attempts, reason: message },
      failed ? 'A mail cannot be sent' : 'A mail is tried again later',
    );
    await write('update mail_message set state = ?, due_at = ?, claimed_until = null, last_error = ? where id = ?', [
      failed ? 'FAILED' : 'WAITING',
      new Date(platform.now().getTime() + (pause ?? 0) * minute),
      message.slice(0, 500),
    ]);
    // A server that takes nothing is not asked for the next mail at once.
    if (!(error instanceof MailNotTaken && error.forGood)) await wait(50);
  }
}

async function keepText<V extends GraphViewer>(platform: Platform<V>, id: string, mail: ComposedMail): Promise<void> {
  await platform.database
    .fork()
    .execute(
      'update mail_message set subject = ?, text = ?, html = ?, calendar = ?, mentions = ?::jsonb where id = ?',
      [mail.subject, mail.text, mail.html, mail.calendar?.content ?? null, JSON.stringify(mail.mentions ?? []), id],
    );
}

/** The name of this place in ids that leave it. */
export function hostOf<V extends GraphViewer>({ settings }: Pick<Platform<V>, 'settings'>): string {
  return settings.publicUrl?.hostname ?? 'versnellingstafel.local';
}
