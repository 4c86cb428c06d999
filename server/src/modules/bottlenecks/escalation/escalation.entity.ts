import { defineEntity, p } from '@mikro-orm/core';
import { type EscalationState, isUnderWay, isUnsent } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';

const schema = defineEntity({
  name: 'Escalation',
  tableName: 'escalation',
  properties: {
    id: p.uuid().primary(),
    bottleneckId: p.uuid(),
    fromTableId: p.uuid(),
    toTableId: p.uuid(),
    state: p.text().$type<EscalationState>(),
    version: p.integer(),
    reason: p.text(),
    question: p.text(),
    situation: p.text(),
    tried: p.text(),
    consequence: p.text(),
    proposal: p.text(),
    decisionBy: p.date().$type<LocalDate>().strictNullable(),
    sharesDossier: p.boolean(),
    sharesFiles: p.boolean(),
    needsAgreement: p.boolean(),
    agreedById: p.uuid().strictNullable(),
    agreedAt: p.datetime().strictNullable(),
    declineReason: p.text(),
    draftedById: p.uuid().strictNullable(),
    draftedAt: p.datetime().strictNullable(),
    sentAt: p.datetime().strictNullable(),
    answerBy: p.date().$type<LocalDate>().strictNullable(),
    acceptedAt: p.datetime().strictNullable(),
    acceptedById: p.uuid().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    outcome: p.text().strictNullable(),
    resolves: p.boolean(),
    changedById: p.uuid().strictNullable(),
    changedAt: p.datetime().strictNullable(),
  },
});

/** What is written to the table above, on one page. */
export interface Memo {
  readonly question: string;
  readonly situation: string;
  readonly tried: string;
  readonly consequence: string;
  readonly proposal: string;
  readonly decisionBy: LocalDate | null;
}
export const memoTexts = [
  'question',
  'situation',
  'tried',
  'consequence',
  'proposal',
] as const satisfies readonly (keyof Memo)[];

/** What the receiving table reads beside the memo. */
export interface Shares {
  readonly sharesDossier: boolean;
  readonly sharesFiles: boolean;
}

interface Change {
  readonly by: string;
  readonly at: Date;
}

const steps = [
  'state',
  'agreedById',
  'agreedAt',
  'declineReason',
  'sentAt',
  'answerBy',
  'acceptedAt',
  'acceptedById',
  'endedAt',
  'outcome',
  'resolves',
  'sharesDossier',
  'sharesFiles',
  'decisionBy',
  ...memoTexts,
] as const satisfies readonly (keyof Escalation)[];
const moments: readonly string[] = ['agreedAt', 'sentAt', 'acceptedAt', 'endedAt'];
/** All that a step may touch, as plain JSON: what undoing puts back. */
export type EscalationSnapshot = { [field in (typeof steps)[number]]: string | boolean | null };

/** A case on its way to the table above, and back. The rows of a case are its lineage. Its own methods guard its state. */
export class Escalation extends schema.class {
  /** What was agreed to is what leaves: another text needs another agreement. */
  write(memo: Partial<Memo & Shares>, change: Change): void {
    this.mustBe(isUnsent(this.state));
    Object.assign(this, memo);
    this.declineReason = '';
    this.agreedById = null;
    this.agreedAt = null;
    this.become('DRAFT', change);
  }

  agree(change: Change): void {
    this.mustBe(this.state === 'DRAFT' && this.needsAgreement);
    this.agreedById = change.by;
    this.agreedAt = change.at;
    this.declineReason = '';
    this.become('AGREED', change);
  }

  decline(reason: string, change: Change): void {
    this.mustBe(this.state === 'DRAFT' && this.needsAgreement);
    this.declineReason = reason;
    this.become('DRAFT', change);
  }

  send(answerBy: LocalDate, change: Change): void {
    this.mustBe(this.state === 'AGREED' || (this.state === 'DRAFT' && !this.needsAgreement));
    this.sentAt = change.at;
    this.answerBy = answerBy;
    this.become('SENT', change);
  }

  accept(answerBy: LocalDate | null, change: Change): void {
    this.mustBe(this.state === 'SENT');
    this.acceptedAt = change.at;
    this.acceptedById = change.by;
    this.answerBy = answerBy;
    this.become('ACCEPTED', change);
  }

  giveBack(reason: string, change: Change): void {
    this.mustBe(this.state === 'SENT');
    this.end('RETURNED', reason, change);
  }

  answer(answer: string, resolves: boolean, change: Change): void {
    this.mustBe(this.state === 'SENT' || this.state === 'ACCEPTED');
    this.resolves = resolves;
    this.end('ANSWERED', answer, change);
  }

  withdraw(reason: string, change: Change): void {
    this.mustBe(isUnsent(this.state) || this.state === 'SENT');
    this.end('WITHDRAWN', reason, change);
  }

  /** Takes the end back of one that ended before there was a handshake. */
  goOn(change: Change): void {
    this.endedAt = null;
    this.outcome = null;
    this.become('SENT', change);
  }

  snapshot(): EscalationSnapshot {
    const plain = (value: unknown) =>
      value instanceof Date ? value.toISOString() : (value as string | boolean | null);
    return Object.fromEntries(steps.map((field) => [field, plain(this[field])])) as EscalationSnapshot;
  }

  /** Puts back what a step changed; the version goes on. */
  restore(snapshot: EscalationSnapshot, change: Change): void {
    const entries = Object.entries(snapshot).map(([field, value]) => [
      field,
      typeof value === 'string' && moments.includes(field) ? new Date(value) : value,
    ]);
    Object.assign(this, Object.fromEntries(entries));
    this.become(this.state, change);
  }

  private end(state: EscalationState, outcome: string, change: Change): void {
    this.endedAt = change.at;
    this.outcome = outcome;
    this.become(state, change);
  }

  private become(state: EscalationState, { by, at }: Change): void {
    this.state = state;
    this.version += 1;
    this.changedById = by;
    this.changedAt = at;
  }

  private mustBe(allowed: boolean): void {
    if (!allowed)
      throw new Error(
        `This does not apply to an escalation that is ${isUnderWay(this.state) ? '' : 'over and '}${this.state}.`,
      );
  }
}
schema.setClass(Escalation);
