import { defineEntity, p } from '@mikro-orm/core';
import { addDays, type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
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
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
  },
});

/** Who changes a meeting, and when. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** Days between a meeting and its deadlines; negative lies before it. Each table has its own. */
export interface Rhythm {
  readonly submitDays: number;
  readonly papersDays: number;
  readonly minutesDays: number;
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
    plan: { startsAt: Date; endsAt: Date; location: string },
    rhythm: Rhythm,
    change: Change,
  ) {
    const day = localDateOf(plan.startsAt);
    return {
      ...plan,
      id,
      tableId,
      version: 1,
      state: 'DRAFT' as const,
      submitBy: addDays(day, rhythm.submitDays),
      papersBy: addDays(day, rhythm.papersDays),
      minutesBy: addDays(day, rhythm.minutesDays),
      publishedAt: null,
      publishedVersion: null,
      publishedAgenda: null,
      unpublishedChanges: 0,
      updatedAt: change.at,
      updatedById: change.by,
    };
  }

  /** Notes a change in the working version of the agenda. @throws Error when the meeting is over. */
  changeAgenda(change: Change): void {
    this.refuseOver();
    this.unpublishedChanges += 1;
    this.changed(change);
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

  /** Notes that something was agreed on an item; that is not a change of the agenda. @throws Error when the meeting is over. */
  recordOutcome(change: Change): void {
    this.refuseOver();
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
