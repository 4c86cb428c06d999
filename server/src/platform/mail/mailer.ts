import { createTransport } from 'nodemailer';
import type { ComposedMail } from './mail-composers.ts';

/** A mail with its receiver, ready to go. */
export interface OutgoingMail extends ComposedMail {
  /** Stays the same at every attempt, so that a mailbox that gets it twice shows it once. */
  readonly messageId: string;
  readonly address: string;
  readonly receiver: string;
}

/** The mail server did not take a mail. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';

  constructor(
    message: string,
    /** Will it never take it? An address that does not exist; otherwise it is tried again. */
    readonly forGood: boolean,
  ) {
    super(message);
  }
}

export interface Mailer {
  /** Hands it over. @throws MailNotTaken */
  send(mail: OutgoingMail): Promise<void>;
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f\u2028\u2029]+/g;

/** A text for a header: on one line, whatever people typed. */
function headerText(text: string): string {
  return text.replace(controls, ' ').replace(/\s+/g, ' ').trim().slice(0, 250);
}

/** Speaks SMTP. @param from whom mail comes from: an address that was checked. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 });
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          from: { name: 'Versnellingstafel', address: from },
          to: { name: headerText(mail.receiver), address: mail.address },
          subject: headerText(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(mail.calendar && {
            icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'vergadering.ics' },
          }),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        const { message, responseCode } = error as Error & { responseCode?: number };
        throw new MailNotTaken(message, responseCode !== undefined && responseCode >= 500 && responseCode < 600);
      }
    },
  };
}
