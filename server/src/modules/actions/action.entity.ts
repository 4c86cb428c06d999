import { defineEntity, p } from '@mikro-orm/core';
import type { ActionState } from '@versnellingstafel/shared/actions/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';

const schema = defineEntity({
  name: 'Action',
  tableName: 'action',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    version: p.integer(),
    tableId: p.uuid(),
    meetingId: p.uuid().strictNullable(),
    agendaItemId: p.uuid().strictNullable(),
    bottleneckId: p.uuid().strictNullable(),
    closedPart: p.boolean(),
    state: p.text().$type<ActionState>(),
    what: p.text(),
    ownerId: p.uuid(),
    dueOn: p.date().$type<LocalDate>(),
    /** The day that was first agreed: a promise is kept or late by this one. */
    agreedDueOn: p.date().$type<LocalDate>(),
    doneOn: p.date().$type<LocalDate>().strictNullable(),
    doneNote: p.text(),
    withdrawnReason: p.text(),
    createdAt: p.datetime(),
    createdById: p.uuid(),
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
  },
});

/** Who changes an action, and when. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** What is agreed: who does what by when. */
export interface ActionText {
  what: string;
  ownerId: string;
  dueOn: LocalDate;
}

/** Who does what by when, from the moment it is agreed until it is done or no longer needed. */
export class Action extends schema.class {
  /** Changes what was sent and leaves the rest. @throws Error when it is not open. */
  edit(text: Partial<ActionText>, change: Change): void {
    this.refuseUnless('OPEN');
    Object.assign(this, text);
    this.changed(change);
  }

  /** It is done. @throws Error when it is not open. */
  complete(note: string, on: LocalDate, change: Change): void {
    this.refuseUnless('OPEN');
    this.state = 'DONE';
    this.doneOn = on;
    this.doneNote = note;
    this.changed(change);
  }

  /** It is no longer needed. @throws Error when it is not open. */
  withdraw(reason: string, change: Change): void {
    this.refuseUnless('OPEN');
    this.state = 'WITHDRAWN';
    this.withdrawnReason = reason;
    this.changed(change);
  }

  /** It is to be done after all; what was said when it ended stays on its timeline. @throws Error when it is open. */
  reopen(change: Change): void {
    if (this.state === 'OPEN') throw new Error('An open action is not reopened.');
    this.state = 'OPEN';
    this.doneOn = null;
    this.doneNote = '';
    this.withdrawnReason = '';
    this.changed(change);
  }

  private refuseUnless(state: ActionState): void {
    if (this.state !== state) throw new Error(`An action that is ${this.state} does not change.`);
  }

  private changed({ by, at }: Change): void {
    this.version += 1;
    this.updatedAt = at;
    this.updatedById = by;
  }
}
schema.setClass(Action);
