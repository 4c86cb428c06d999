import * as Y from 'yjs';
import { bottleneckCast, type Cast, type Part } from './bottleneck-cast.ts';
import type { GraphClient } from './graph-client.ts';
import { type MadeMeeting, makeMeeting, type MeetingWish } from './meeting-factory.ts';
import { changeMinutes, type MadeItem, makeOutcome, makeRunningMeeting, refusedMinutes } from './minutes-factory.ts';
import type { TestApp } from './test-app.ts';

/** What only the closed part knows. */
export const secret = 'Bod van 2 miljoen op de Streekhof';

const withVersion = ['sendMinutesForReview', 'adoptMinutes', 'publishMinutes'];
const nextMonth = 28 * 24 * 3_600_000;

/**
 * A meeting of the west that was just closed, with an open and a closed item: a decision in one, an action in the other, text in both.
 * The chair holds the mandate of the table.
 */
export class ClosedMeeting {
  meeting!: MadeMeeting;
  open!: MadeItem;
  closed!: MadeItem;
  /** As last seen. */
  minutes!: { id: string; version: number };

  private constructor(
    private readonly app: TestApp,
    readonly cast: Cast,
  ) {}

  static async on(app: TestApp): Promise<ClosedMeeting> {
    const stage = new ClosedMeeting(app, await bottleneckCast(app));
    await stage.em().execute('update membership set mandate = true where person_id = ?', [stage.cast.people.chair.id]);
    return stage;
  }

  em() {
    return this.app.platform.database.fork();
  }

  as(part: Part): GraphClient {
    return this.cast.as(part);
  }

  /** Another meeting, closed. */
  async play(): Promise<void> {
    const { app, cast } = this;
    const by = cast.people.secretary;
    const made = await makeRunningMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      items: [
        { title: 'Stikstofruimte', went: 'FINISHED', spentMinutes: 15 },
        { title: 'Grondbod Streekhof', closedPart: true, went: 'CURRENT' },
      ],
    });
    this.meeting = made.meeting;
    [this.open, this.closed] = made.items as [MadeItem, MadeItem];
    const at = { ...this.meeting, tableId: cast.west.id };
    const number = this.meeting.id.slice(-12);
    await makeOutcome(app, cast.make, at, this.open, {
      by,
      number: `B-${number}`,
      text: 'De ruimte gaat naar Kampen',
    });
    const owner = cast.people.participant;
    await makeOutcome(app, cast.make, at, this.closed, {
      by,
      kind: 'ACTION',
      closedPart: true,
      action: { number: `A-${number}`, what: secret, owner, dueOn: '2026-12-01' },
    });
    await this.write(this.open, 'Kampen licht toe.');
    await this.write(this.closed, secret);
    await this.em().execute(
      `insert into attendance (meeting_id, person_id, presence, arrived_at, updated_at, updated_by_id) values (?, ?, 'ONLINE', ?, now(), ?)`,
      [this.meeting.id, owner.id, app.platform.now(), by.id],
    );
    this.minutes = await changeMinutes(cast.as('secretary'), 'closeMeeting', { meetingId: this.meeting.globalId });
  }

  /** Text as it is kept of what people wrote together. */
  private async write(item: MadeItem, text: string): Promise<void> {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
    const name = `minutes:${this.meeting.id}:${item.id}`;
    await this.em().execute(
      'insert into shared_text (name, last_n, created_at, updated_at) values (?, 1, now(), now())',
      [name],
    );
    await this.em().execute(
      'insert into shared_text_update (name, n, update, actor_id, at) values (?, 1, ?, ?, now())',
      [name, Buffer.from(Y.encodeStateAsUpdate(doc)), this.cast.people.secretary.id],
    );
  }

  /** Carries a mutation on the minutes out, in the version last seen. */
  async change(part: Part, mutation: string, input: object = {}) {
    const after = await changeMinutes(this.as(part), mutation, {
      minutesId: this.minutes.id,
      ...(withVersion.includes(mutation) && { expectedVersion: this.minutes.version }),
      ...input,
    });
    this.minutes = after ?? this.minutes;
    return after;
  }

  /** Why a mutation on the minutes was refused; null when it was not. */
  refused(part: Part, mutation: string, input: object = {}) {
    return refusedMinutes(this.as(part), mutation, { minutesId: this.minutes.id, ...input });
  }

  toReview() {
    return this.change('secretary', 'sendMinutesForReview');
  }

  async adopted() {
    await this.toReview();
    return this.change('chair', 'adoptMinutes');
  }

  /** A meeting of the west a month later, that goes on. */
  later(wish: Partial<MeetingWish> = {}): Promise<MadeMeeting> {
    const { west, people, make } = this.cast;
    const startsAt = new Date(this.app.platform.now().getTime() + nextMonth);
    return makeMeeting(this.app, make, { table: west, by: people.chair, startsAt, state: 'IN_SESSION', ...wish });
  }
}
