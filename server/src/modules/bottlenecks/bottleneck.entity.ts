import { defineEntity, p } from '@mikro-orm/core';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { dueOnEntering } from '@versnellingstafel/shared/bottlenecks/terms';
import { type BottleneckVerb, canTransition, transitions } from '@versnellingstafel/shared/bottlenecks/transitions';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';

const schema = defineEntity({
  name: 'Bottleneck',
  tableName: 'bottleneck',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    version: p.integer(),
    title: p.text(),
    description: p.text(),
    triedSoFar: p.text(),
    ask: p.text(),
    decisionBy: p.date().$type<LocalDate>().strictNullable(),
    constructionStart: p.date().$type<LocalDate>().strictNullable(),
    state: p.text().$type<BottleneckState>(),
    stateSince: p.datetime(),
    solvableAt: p.text().$type<TableLevel>(),
    heldById: p.uuid().strictNullable(),
    municipalityId: p.uuid(),
    regionId: p.uuid(),
    confidentiality: p.text().$type<Confidentiality>(),
    filerId: p.uuid(),
    ownerId: p.uuid(),
    leadId: p.uuid().strictNullable(),
    civilOwnerId: p.uuid().strictNullable(),
    politicalOwnerId: p.uuid().strictNullable(),
    dueOn: p.date().$type<LocalDate>().strictNullable(),
    nextStep: p.text(),
    proposedResolution: p.text(),
    resolution: p.text(),
    holdReason: p.text(),
    returnOn: p.date().$type<LocalDate>().strictNullable(),
    referredTo: p.text(),
    homesBlocked: p.integer(),
    /** Taken back before anybody else saw it: it stays as private as the draft was. */
    withdrawnAsDraft: p.boolean(),
    filedOn: p.date().$type<LocalDate>(),
    resolvedOn: p.date().$type<LocalDate>().strictNullable(),
    updatedAt: p.datetime(),
    updatedById: p.uuid().strictNullable(),
  },
});

/** Who changes a case, and when. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** What is written on a case itself; the homes are the sum over its projects, the place that of the first. */
export interface BottleneckText {
  title: string;
  description: string;
  triedSoFar: string;
  ask: string;
  proposedResolution: string;
  decisionBy: LocalDate | null;
  constructionStart: LocalDate | null;
  solvableAt: TableLevel;
  homesBlocked: number;
  municipalityId: string;
  regionId: string;
}

/** Who carries a case, until when, and what comes next. */
export interface Assignment {
  ownerId: string;
  leadId: string | null;
  civilOwnerId: string | null;
  politicalOwnerId: string | null;
  dueOn: LocalDate;
  nextStep: string;
}

/** Everything that a transition may touch, as plain JSON: what `undo` puts back. */
export const movedFields = [
  'state',
  'stateSince',
  'heldById',
  'dueOn',
  'confidentiality',
  'ask',
  'constructionStart',
  'solvableAt',
  'resolution',
  'resolvedOn',
  'holdReason',
  'returnOn',
  'referredTo',
  'homesBlocked',
  'municipalityId',
  'regionId',
  'withdrawnAsDraft',
] as const satisfies readonly (keyof Bottleneck)[];
export type Snapshot = { [field in (typeof movedFields)[number]]: string | number | boolean | null };

/** A verb was used in a state that does not know it. Use cases refuse that first; this is the last line. */
export class WrongState extends Error {
  override readonly name = 'WrongState';
}

/** Something that keeps homes from being built, on its way past the tables. Its own methods guard its state. */
export class Bottleneck extends schema.class {
  submit(change: Change): void {
    this.move('SUBMIT', change);
  }

  triage(change: Change): void {
    this.move('TRIAGE', change);
  }

  /** On the agenda of a meeting. */
  schedule(change: Change): void {
    this.move('SCHEDULE', change);
  }

  start(change: Change): void {
    this.move('START', change);
  }

  /** Waits, for a reason, and comes back on a day. */
  hold(reason: string, returnOn: LocalDate, change: Change): void {
    this.move('HOLD', change);
    this.holdReason = reason;
    this.returnOn = returnOn;
    this.dueOn = returnOn;
  }

  resume(change: Change): void {
    this.move('RESUME', change);
  }

  /** Goes to the table above; the lineage stands in its escalations. */
  escalateTo(tableId: string, change: Change): void {
    this.move('ESCALATE', change);
    this.heldById = tableId;
  }

  /** Comes back from the table above to the one that sent it. `waits`: that one has to answer a table itself. */
  returnTo(tableId: string, change: Change, { waits = false } = {}): void {
    this.move('RETURN_ESCALATION', change, waits ? 'ESCALATED' : 'IN_PROGRESS');
    this.heldById = tableId;
  }

  /**
   * Solved. @param home the table that had escalated it, which holds it again; null when it was not escalated.
   */
  resolve(resolution: string, home: string | null, change: Change): void {
    this.move('RESOLVE', change);
    this.resolution = resolution;
    this.resolvedOn = localDateOf(change.at);
    if (home !== null) this.heldById = home;
  }

  /** Goes to somebody without a table; the owner stays and records the feedback by a day. */
  refer(referredTo: string, feedbackBy: LocalDate, change: Change): void {
    this.move('REFER', change);
    this.referredTo = referredTo;
    this.dueOn = feedbackBy;
  }

  withdraw(change: Change): void {
    const wasDraft = this.state === 'DRAFT';
    this.move('WITHDRAW', change);
    this.withdrawnAsDraft = wasDraft;
  }

  /** Back to work. What was written as the resolution stays on the timeline. */
  reopen(change: Change): void {
    this.move('REOPEN', change);
    this.resolution = '';
    this.resolvedOn = null;
    this.referredTo = '';
    this.withdrawnAsDraft = false;
  }

  /** Where it lies and how many homes wait, as its projects say. Part of a change that counts the version itself. */
  place({
    homesBlocked,
    municipalityId,
    regionId,
  }: Pick<BottleneckText, 'homesBlocked' | 'municipalityId' | 'regionId'>): void {
    Object.assign(this, { homesBlocked, municipalityId, regionId });
  }

  /** Changes what is written on it, whatever its state. */
  edit(text: Partial<BottleneckText>, change: Change): void {
    Object.assign(this, text);
    this.changed(change);
  }

  /** Changes who carries it, until when, or what comes next. There is always an owner and a date. */
  assign(assignment: Partial<Assignment>, change: Change): void {
    Object.assign(this, assignment);
    this.changed(change);
  }

  /** Changes who may see it. */
  open(confidentiality: Confidentiality, change: Change): void {
    this.confidentiality = confidentiality;
    this.changed(change);
  }

  /** Does the table not know of it: a draft, or one that was taken back as a draft? */
  isPrivate(): boolean {
    return this.state === 'DRAFT' || this.withdrawnAsDraft;
  }

  /** What a transition may touch, as it is now. */
  snapshot(): Snapshot {
    const plain = (value: unknown) =>
      value instanceof Date ? value.toISOString() : (value as string | number | boolean | null);
    return Object.fromEntries(movedFields.map((field) => [field, plain(this[field])])) as Snapshot;
  }

  /** Puts back what a transition changed; the version goes on. */
  restore(snapshot: Snapshot, change: Change): void {
    Object.assign(this, snapshot, { stateSince: new Date(String(snapshot.stateSince)) });
    this.changed(change);
  }

  private move(verb: BottleneckVerb, change: Change, to: BottleneckState = transitions[verb].to): void {
    if (!canTransition(verb, this.state))
      throw new WrongState(`${verb} does not apply to a case that is ${this.state}.`);
    const facts = { from: this.state, since: localDateOf(this.stateSince), dueOn: this.dueOn };
    this.dueOn = dueOnEntering(to, localDateOf(change.at), facts);
    if (this.state === 'ON_HOLD') {
      this.holdReason = '';
      this.returnOn = null;
    }
    this.state = to;
    this.stateSince = change.at;
    this.changed(change);
  }

  private changed(change: Change): void {
    this.version += 1;
    this.updatedAt = change.at;
    this.updatedById = change.by;
  }
}
schema.setClass(Bottleneck);
