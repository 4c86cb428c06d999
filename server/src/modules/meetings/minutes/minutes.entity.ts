import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AddendumOrigin, AddendumState, MinutesState } from '@versnellingstafel/shared/meetings/minutes';
import type { Change, PublishedItem } from '../meeting.entity.ts';

/** An item that went on to another agenda at closing. */
export interface CarriedItem {
  itemId: string;
  continuedById: string;
  meetingId: string;
}

/** What closing changed beside the minutes, so that it can be taken back. */
export interface ClosingUndo {
  publishedAgenda: PublishedItem[] | null;
  carried: CarriedItem[];
}

const minutesSchema = defineEntity({
  name: 'Minutes',
  tableName: 'minutes',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    meetingId: p.uuid(),
    tableId: p.uuid(),
    state: p.text().$type<MinutesState>(),
    drawnUpAt: p.datetime(),
    drawnUpById: p.uuid(),
    undo: p.json<ClosingUndo>(),
    reviewBy: p.date().$type<LocalDate>().strictNullable(),
    adoptedAt: p.datetime().strictNullable(),
    adoptedById: p.uuid().strictNullable(),
    adoptedInId: p.uuid().strictNullable(),
    /** Everything as it was adopted, as canonical JSON; see frozen-minutes.ts. */
    frozen: p.text().strictNullable(),
    hash: p.text().strictNullable(),
    publishedAt: p.datetime().strictNullable(),
    publishedById: p.uuid().strictNullable(),
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
  },
});

/** The minutes of a meeting that is over. Until they are adopted they are read from what happened; from then on from what was frozen. */
export class Minutes extends minutesSchema.class {
  /** The values of minutes that are new. */
  static drawnUp(id: string, meeting: { id: string; tableId: string }, undo: ClosingUndo, change: Change) {
    return {
      id,
      version: 1,
      meetingId: meeting.id,
      tableId: meeting.tableId,
      state: 'DRAFT' as const,
      drawnUpAt: change.at,
      drawnUpById: change.by,
      undo,
      reviewBy: null,
      adoptedAt: null,
      adoptedById: null,
      adoptedInId: null,
      frozen: null,
      hash: null,
      publishedAt: null,
      publishedById: null,
      updatedAt: change.at,
      updatedById: change.by,
    };
  }

  /** Lies with the participants until a day. @throws Error unless it is a draft. */
  sendForReview(reviewBy: LocalDate, change: Change): void {
    this.require('DRAFT');
    this.state = 'REVIEW';
    this.reviewBy = reviewBy;
    this.changed(change);
  }

  /** Notes that something was said about them: a remark, its answer or an addendum. */
  discuss(change: Change): void {
    this.changed(change);
  }

  /** From here on they say what was frozen. @throws Error unless they lie with the participants. */
  adopt(adoption: { frozen: string; hash: string; inMeetingId: string | null }, change: Change): void {
    this.require('REVIEW');
    this.state = 'ADOPTED';
    this.frozen = adoption.frozen;
    this.hash = adoption.hash;
    this.adoptedAt = change.at;
    this.adoptedById = change.by;
    this.adoptedInId = adoption.inMeetingId;
    this.changed(change);
  }

  /** Told to all who may read them. @throws Error unless they are adopted. */
  publish(change: Change): void {
    this.require('ADOPTED');
    this.state = 'PUBLISHED';
    this.publishedAt = change.at;
    this.publishedById = change.by;
    this.changed(change);
  }

  private require(state: MinutesState): void {
    if (this.state !== state) throw new Error(`Minutes that are ${this.state} do not take this step.`);
  }

  private changed(change: Change): void {
    this.version += 1;
    this.updatedAt = change.at;
    this.updatedById = change.by;
  }
}
minutesSchema.setClass(Minutes);

const remarkSchema = defineEntity({
  name: 'MinutesRemark',
  tableName: 'minutes_remark',
  properties: {
    id: p.uuid().primary(),
    minutesId: p.uuid(),
    agendaItemId: p.uuid().strictNullable(),
    text: p.text(),
    authorId: p.uuid(),
    writtenAt: p.datetime(),
    taken: p.boolean().strictNullable(),
    answer: p.text(),
    settledById: p.uuid().strictNullable(),
    settledAt: p.datetime().strictNullable(),
  },
});

/** What a participant remarks on minutes that lie with them. */
export class MinutesRemark extends remarkSchema.class {
  /** Taken over or not, with an answer. @throws Error when that was said already. */
  settle(taken: boolean, answer: string, change: Change): void {
    if (this.taken !== null) throw new Error('A remark is settled once.');
    this.taken = taken;
    this.answer = answer;
    this.settledById = change.by;
    this.settledAt = change.at;
  }
}
remarkSchema.setClass(MinutesRemark);

const addendumSchema = defineEntity({
  name: 'MinutesAddendum',
  tableName: 'minutes_addendum',
  properties: {
    id: p.uuid().primary(),
    minutesId: p.uuid(),
    agendaItemId: p.uuid().strictNullable(),
    state: p.text().$type<AddendumState>(),
    origin: p.text().$type<AddendumOrigin>(),
    number: p.integer().strictNullable(),
    text: p.text(),
    authorId: p.uuid(),
    writtenAt: p.datetime(),
    answer: p.text(),
    decidedById: p.uuid().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
  },
});

/** What is added to minutes after they were adopted; the frozen text itself stays. */
export class MinutesAddendum extends addendumSchema.class {
  /** Counts from now on, under a number. @throws Error when it was decided on already. */
  accept(number: number, answer: string, change: Change): void {
    this.decide('ACCEPTED', answer, change);
    this.number = number;
  }

  /** Does not count, for this reason. @throws Error when it was decided on already. */
  returnIt(answer: string, change: Change): void {
    this.decide('RETURNED', answer, change);
  }

  private decide(state: AddendumState, answer: string, change: Change): void {
    if (this.state !== 'PROPOSED') throw new Error('An addendum is decided on once.');
    this.state = state;
    this.answer = answer;
    this.decidedById = change.by;
    this.decidedAt = change.at;
  }
}
addendumSchema.setClass(MinutesAddendum);
