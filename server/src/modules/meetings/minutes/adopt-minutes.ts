import { mayAdopt, type MinutesFacts } from '@versnellingstafel/shared/meetings/minutes';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { visibleMeetings } from '../meeting.policy.ts';
import { freeze, type FrozenMinutes, type FrozenPerson } from './frozen-minutes.ts';
import { recordsOf } from './minutes-content.ts';
import { minutesEvent } from './minutes-events.ts';
import { minutesForChange } from './minutes-for-change.ts';

export interface AdoptMinutes {
  minutesId: string;
  expectedVersion: number;
  inMeetingId?: string | null | undefined;
}

/**
 * Adopts minutes, in a later meeting of the table or in writing, and freezes all they say; its hash can be compared later. Of two who
 * adopt at once, the second is told that it happened.
 * @throws Forbidden, Refusal (MEETING_NOT_STARTED, NOT_A_LATER_MEETING …).
 */
export async function adoptMinutes(
  tx: Transaction,
  viewer: Viewer,
  input: AdoptMinutes,
): Promise<{ meetingId: string; minutesId: string; hash: string }> {
  const { meeting, minutes, facts } = await minutesForChange(tx, viewer, input, 'ADOPT');
  permit(facts, input.inMeetingId == null ? 'IN_WRITING' : 'IN_MEETING');
  const inMeeting = input.inMeetingId == null ? null : await laterMeeting(tx, viewer, meeting, input.inMeetingId);

  const change = { by: viewer.personId, at: tx.now };
  const inMeetingId = inMeeting?.id ?? null;
  const content = await everything(tx, viewer, meeting, inMeetingId);
  const { frozen, hash } = freeze(content);
  minutes.adopt({ frozen, hash, inMeetingId }, change);
  meeting.adoptMinutes(change);
  await tx.em.flush();
  tx.record(minutesEvent('MINUTES_ADOPTED', minutes, { hash, inMeetingId }));
  return { meetingId: meeting.id, minutesId: minutes.id, hash };
}

function permit(facts: MinutesFacts, how: 'IN_WRITING' | 'IN_MEETING'): void {
  const decision = mayAdopt(how, facts);
  if (!decision.allowed) throw new Forbidden(decision.reason);
}

/** @throws Refusal unless it is a later meeting of the same table that has begun. */
async function laterMeeting(tx: Transaction, viewer: Viewer, meeting: Meeting, given: string): Promise<Meeting> {
  const path = ['input', 'inMeetingId'];
  const id = uuidOf('Meeting', given);
  const visible = visibleMeetings(viewer, 'm');
  const [row] =
    id === null
      ? []
      : await tx.em.execute<object[]>(`select m.* from meeting m where m.id = ? and ${visible.sql}`, [
          id,
          ...visible.params,
        ]);
  if (!row) return refuse(notFoundProblem(path));
  const later = tx.em.map(Meeting, row);
  if (later.tableId !== meeting.tableId || later.startsAt <= meeting.startsAt || later.state === 'CANCELLED')
    return refuse(fieldProblem('NOT_A_LATER_MEETING', path));
  if (later.state === 'DRAFT' || later.state === 'PUBLISHED') return refuse(fieldProblem('MEETING_NOT_STARTED', path));
  return later;
}

async function everything(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  inMeetingId: string | null,
): Promise<FrozenMinutes> {
  const record = (await recordsOf(tx.em, [meeting.id])).get(meeting.id);
  const agenda = meeting.publishedAgenda ?? [];
  const [names] = await tx.em.execute<{ table: string; people: FrozenPerson[] }[]>(
    `select (select name from acceleration_table where id = ?) as table,
       (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') from person p where p.id = any(?::uuid[])) as people`,
    [meeting.tableId, arrayLiteral([viewer.personId, ...agenda.flatMap(({ presenterId }) => presenterId ?? [])])],
  );
  const person = (id: string) => names?.people.find((one) => one.id === id) ?? { id, name: '' };
  return {
    format: 1,
    meeting: {
      id: meeting.id,
      table: { id: meeting.tableId, name: names?.table ?? '' },
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      location: meeting.location,
      startedAt: record?.startedAt ?? null,
      closedAt: record?.closedAt ?? null,
    },
    attendance: [...(record?.attendance ?? [])],
    items: agenda.map((item) => ({
      id: item.id,
      position: item.position,
      title: item.title,
      purpose: item.purpose,
      closedPart: item.closedPart,
      presenter: item.presenterText ?? (item.presenterId === null ? null : person(item.presenterId).name),
      ...(record?.items.get(item.id) ?? {
        startedAt: null,
        spentSeconds: 0,
        carriedOverTo: null,
        outcome: '',
        text: [],
        outcomes: [],
      }),
    })),
    adopted: { at: tx.now.toISOString(), by: person(viewer.personId), inMeetingId },
  };
}
