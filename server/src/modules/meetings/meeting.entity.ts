import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import type { Deadlines } from '@versnellingstafel/shared/tables/rhythm';
import type { Reference } from '../../platform/streams/event.ts';

/** An item as it stood when the agenda was published. The outcome is not part of it: that is read live. */
export interface PublishedItem {
  id: string;
  position: number;
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterId: string | null;
  presenterText: string | null;
  proposedDecision: string;
  closedPart: boolean;
  subjects: Reference[];
}

/** A case that was taken off a cancelled agenda, in the version that this made. */
export interface ReturnedCase {
  id: string;
  version: number;
}

const schema = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    tableId: p.uuid(),
    state: p.text().$type<MeetingState>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    location: p.text(),
    submitBy: p.date().$type<LocalDate>(),
    papersBy: p.date().$type<LocalDate>(),
    minutesBy: p.date().$type<LocalDate>(),
    publishedAt: p.datetime().strictNullable(),
    publishedVersion: p.integer().strictNullable(),
    publishedAgenda: p.json<PublishedItem[]>().strictNullable(),
    unpublishedChanges: p.integer(),
    /** Raised by the database with whatever changes when, where or whether it takes place; calendars go by it. */
    calendarSequence: p.integer().default(0),
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
    /** Of which month (`YYYY-MM`) of the series of its table; null outside it. */
    seriesMonth: p.text().strictNullable(),
    feedbackBy: p.date().$type<LocalDate>().strictNullable(),
    /** When it would have begun, before it was moved. */
    movedFrom: p.datetime().strictNullable(),
    cancelledAt: p.datetime().strictNullable(),
    cancelledById: p.uuid().strictNullable(),
    /** What it was before it was cancelled. */
    cancelledState: p.text().$type<'DRAFT' | 'PUBLISHED'>().strictNullable(),
    cancelReason: p.text(),
    /** Did cancelling it end the making of its series? */
    stoppedSeries: p.boolean(),
    /** The cases that went back to where they were when it was cancelled. */
    returnedCases: p.json<ReturnedCase[]>().strictNullable(),
    /** The items that cancelling put on the next agenda, by their UUIDs there. */
    movedOnItems: p.json<string[]>().strictNullable(),
  },
});

/** Who changes a meeting, and when. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** When and where a meeting is. */
export interface MeetingPlan {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly location: string;
}

/**
 * A meeting of a table with its agenda. `version` counts every change of the meeting and of any of its items: all people
 * who prepare one agenda work against the same number.
 */
export class Meeting extends schema.class {
  /** The values of a meeting that is new: not published, with deadlines that follow from its day. */
  static planned(
    id: string,
    tableId: string,
    plan: MeetingPlan,
    deadlines: Deadlines,
    change: Change,
    seriesMonth: string | null = null,
  ) {
    return {
      ...plan,
      ...deadlines,
      id,
      tableId,
      version: 1,
      state: 'DRAFT' as const,
      publishedAt: null,
      publishedVersion: null,
      publishedAgenda: null,
      unpublishedChanges: 0,
      updatedAt: change.at,
      updatedById: change.by,
      seriesMonth,
      movedFrom: null,
      cancelledAt: null,
      cancelledById: null,
      cancelledState: null,
      cancelReason: '',
      stoppedSeries: false,
      returnedCases: null,
      movedOnItems: null,
    };
  }

  /** Notes a change in the working version of the agenda. @throws Error when the meeting is over. */
  changeAgenda(change: Change): void {
    this.refuseOver();
    this.unpublishedChanges += 1;
    this.changed(change);
  }

  /**
   * Notes that a paper came or went: the next publication tells it. The version stays, since that is no reason to refuse who is
   * writing an item at that moment. @throws Error when the meeting is over.
   */
  changePapers(): void {
    this.refuseOver();
    this.unpublishedChanges += 1;
  }

  /** Shows the agenda to all who may see the meeting, as it is now. @throws Error when the meeting is over. */
  publish(agenda: PublishedItem[], change: Change): void {
    this.refuseOver();
    if (this.state === 'DRAFT') this.state = 'PUBLISHED';
    this.changed(change);
    this.publishedAgenda = agenda;
    this.publishedAt = change.at;
    this.publishedVersion = this.version;
    this.unpublishedChanges = 0;
  }

  /** Undoes the last publication: what was changed since then, and with it, is unpublished again. @throws Error when it is over. */
  takeBack(
    before: Pick<Meeting, 'state' | 'publishedAt' | 'publishedVersion' | 'publishedAgenda' | 'unpublishedChanges'>,
    change: Change,
  ): void {
    this.refuseOver();
    this.changed(change);
    this.state = before.state;
    this.publishedAt = before.publishedAt;
    this.publishedVersion = before.publishedVersion;
    this.publishedAgenda = before.publishedAgenda;
    this.unpublishedChanges += before.unpublishedChanges;
  }

  /** Notes that something was agreed on an item; that is not a change of the agenda. @throws Error when the meeting is over. */
  recordOutcome(change: Change): void {
    this.refuseOver();
    this.changed(change);
  }

  /**
   * To another day, time or place; its deadlines follow. Back where it began, it counts as not moved.
   * @throws Error unless it is still ahead.
   */
  reschedule(plan: MeetingPlan, deadlines: Deadlines, change: Change): void {
    if (this.state !== 'DRAFT' && this.state !== 'PUBLISHED') throw new Error('Only a meeting that is ahead is moved.');
    const from = this.movedFrom ?? this.startsAt;
    this.movedFrom = from.getTime() === plan.startsAt.getTime() ? null : from;
    this.startsAt = plan.startsAt;
    this.endsAt = plan.endsAt;
    this.location = plan.location;
    this.submitBy = deadlines.submitBy;
    this.papersBy = deadlines.papersBy;
    this.minutesBy = deadlines.minutesBy;
    this.feedbackBy = deadlines.feedbackBy;
    this.changed(change);
  }

  /** To where the rhythm of its table has it now: that is its own place, and nobody moved it from another. */
  rescheduleAsPlanned(plan: MeetingPlan, deadlines: Deadlines, change: Change): void {
    this.reschedule(plan, deadlines, change);
    this.movedFrom = null;
  }

  /** Are these its last days already? */
  hasDeadlines({ submitBy, papersBy, minutesBy, feedbackBy }: Deadlines): boolean {
    return (
      this.submitBy === submitBy &&
      this.papersBy === papersBy &&
      this.minutesBy === minutesBy &&
      this.feedbackBy === feedbackBy
    );
  }

  /** It does not take place. @throws Error unless it is still ahead. */
  cancel(reason: string, stopsSeries: boolean, change: Change): void {
    if (this.state !== 'DRAFT' && this.state !== 'PUBLISHED')
      throw new Error('Only a meeting that is ahead is cancelled.');
    this.cancelledState = this.state;
    this.state = 'CANCELLED';
    this.cancelReason = reason;
    this.stoppedSeries = stopsSeries;
    this.cancelledAt = change.at;
    this.cancelledById = change.by;
    this.changed(change);
  }

  /** It takes place after all, as it was. @throws Error unless it is cancelled. */
  restore(change: Change): void {
    if (this.state !== 'CANCELLED') throw new Error('Only a cancelled meeting is restored.');
    this.state = this.cancelledState ?? (this.publishedAt === null ? 'DRAFT' : 'PUBLISHED');
    this.cancelledState = null;
    this.cancelReason = '';
    this.cancelledAt = null;
    this.cancelledById = null;
    this.stoppedSeries = false;
    this.returnedCases = null;
    this.movedOnItems = null;
    this.changed(change);
  }

  /** It begins. The version stays: its agenda does not change by that. @throws Error unless its agenda is published. */
  start(change: Change): void {
    if (this.state !== 'PUBLISHED') throw new Error('Only a published meeting starts.');
    this.state = 'IN_SESSION';
    this.updatedAt = change.at;
    this.updatedById = change.by;
  }

  /** It is over: what everybody sees from here on is the agenda as it went. @throws Error unless it is going on. */
  close(agenda: PublishedItem[], change: Change): void {
    if (this.state !== 'IN_SESSION') throw new Error('Only a meeting that is going on is closed.');
    this.state = 'CLOSED';
    this.publishedAgenda = agenda;
    this.changed(change);
    this.publishedVersion = this.version;
  }

  /** It goes on after all, with the agenda that was published before. @throws Error unless it is closed. */
  reopen(publishedAgenda: PublishedItem[] | null, change: Change): void {
    if (this.state !== 'CLOSED') throw new Error('Only a closed meeting is reopened.');
    this.state = 'IN_SESSION';
    this.publishedAgenda = publishedAgenda;
    this.changed(change);
  }

  /** Its minutes are frozen, and with them all that is written about it. @throws Error unless it is closed. */
  adoptMinutes(change: Change): void {
    if (this.state !== 'CLOSED') throw new Error('Only the minutes of a closed meeting are adopted.');
    this.state = 'MINUTES_ADOPTED';
    this.changed(change);
  }

  private refuseOver(): void {
    if (this.state === 'CLOSED' || this.state === 'MINUTES_ADOPTED' || this.state === 'CANCELLED')
      throw new Error('A meeting that is over does not change.');
  }

  private changed(change: Change): void {
    this.version += 1;
    this.updatedAt = change.at;
    this.updatedById = change.by;
  }
}
schema.setClass(Meeting);
