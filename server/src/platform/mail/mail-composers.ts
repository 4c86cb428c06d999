import type { Json } from '../database/json.ts';

/** What a mail says. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /** What is told in it that not everybody may know; for who looks into the outbox. */
  readonly mentions?: Json;
}

/** A mail that is to be written now. */
export interface MailToCompose {
  readonly id: string;
  /** What it tells of. */
  readonly aboutId: string;
  /** Null for a receiver without an account. */
  readonly personId: string | null;
  readonly address: string;
  readonly receiver: string;
}

/**
 * Writes mails of one kind when they leave, under the rights that the receiver has then.
 * @returns null when there is nothing to tell this receiver any longer.
 */
export type MailComposer = (mail: MailToCompose) => Promise<ComposedMail | null>;

/** Who writes which kind of mail. */
export class MailComposers {
  readonly #composers = new Map<string, MailComposer>();

  /** @param canSend is there a mail server? Without one mail stays in the outbox. @param from whom mail comes from. */
  constructor(
    readonly canSend: boolean,
    readonly from: string,
  ) {}

  /** @throws Error when the kind has a composer already. */
  register(kind: string, composer: MailComposer): void {
    if (this.#composers.has(kind)) throw new Error(`Mail of the kind ${kind} is written already.`);
    this.#composers.set(kind, composer);
  }

  /** @throws Error when nobody writes this kind. */
  of(kind: string): MailComposer {
    const composer = this.#composers.get(kind);
    if (!composer) throw new Error(`Nobody writes mail of the kind ${kind}.`);
    return composer;
  }
}
