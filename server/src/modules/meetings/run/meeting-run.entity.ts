import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'MeetingRun',
  tableName: 'meeting_run',
  properties: {
    meetingId: p.uuid().primary(),
    startedAt: p.datetime(),
    startedById: p.uuid(),
    /** Who holds the controls. */
    leadId: p.uuid(),
    currentItemId: p.uuid().strictNullable(),
    /** Since when the current item runs; null while it is paused. */
    runningSince: p.datetime().strictNullable(),
    pausedAt: p.datetime().strictNullable(),
    /** Who made this item the current one, and when. */
    movedById: p.uuid().strictNullable(),
    movedAt: p.datetime().strictNullable(),
    closedAt: p.datetime().strictNullable(),
    closedById: p.uuid().strictNullable(),
  },
});

/** Who steers a meeting, and when. */
interface Steering {
  readonly by: string;
  readonly at: Date;
}

/** How a meeting goes: what is current and since when, and who leads. There is one from its start on, for ever. */
export class MeetingRun extends schema.class {
  /** The values of a meeting that starts: its first item runs, and who starts it leads. */
  static started(meetingId: string, firstItemId: string, { by, at }: Steering) {
    return {
      meetingId,
      startedAt: at,
      startedById: by,
      leadId: by,
      currentItemId: firstItemId,
      runningSince: at,
      pausedAt: null,
      movedById: by,
      movedAt: at,
      closedAt: null,
      closedById: null,
    };
  }

  /** Milliseconds of the stretch that runs until now; 0 while it is paused. */
  stretchUntil(now: Date): number {
    return this.runningSince === null ? 0 : Math.max(0, now.getTime() - this.runningSince.getTime());
  }

  /** Another item is current, or none. A pause ends with it. The stretch that ran is kept before this is called. */
  moveTo(itemId: string | null, { by, at }: Steering): void {
    this.currentItemId = itemId;
    this.runningSince = itemId === null ? null : at;
    this.pausedAt = null;
    this.movedById = by;
    this.movedAt = at;
  }

  /** The clock stands still. The stretch that ran is kept before this is called. */
  pause(at: Date): void {
    this.runningSince = null;
    this.pausedAt = at;
  }

  /** The clock goes on. */
  resume(at: Date): void {
    this.runningSince = this.currentItemId === null ? null : at;
    this.pausedAt = null;
  }

  /** Somebody else holds the controls. */
  leadBy(personId: string): void {
    this.leadId = personId;
  }
}
schema.setClass(MeetingRun);
