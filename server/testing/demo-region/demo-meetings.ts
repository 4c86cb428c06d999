import { editAgendaItem } from '../../src/modules/meetings/edit-agenda-item.ts';
import {
  addAgendaItem,
  planMeeting,
  publishAgenda,
  recordOutcome,
  scheduleBottleneck,
} from '../../src/modules/meetings/meetings.module.ts';
import type { Viewer } from '../../src/modules/people/people.module.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import { bottleneckIdOf } from './demo-way.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoData, type DemoItem, type DemoMeeting } from './demo-data.ts';
import { itemIdAt, meetingIdOf } from './demo-places.ts';
import { earlierMeetingId, explainItem, preparationSteps } from './demo-preparation.ts';
import { minutesSteps } from './demo-minutes.ts';
import { noteIdOf } from './demo-notes.ts';
import { outcomeSteps } from './demo-outcomes.ts';
import { demoId } from './demo-reference.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';

/** Who prepares the meetings of a table. */
export const secretaries: Readonly<Record<string, string>> = {
  west: 'secretary-west',
  twente: 'secretary-twente',
  province: 'coordinator',
};

const isScheduled = (number: string): boolean =>
  demoData.bottlenecks.find((one) => one.number === number)?.state === 'SCHEDULED';

/** A case that waits for this meeting is scheduled, as its secretary would; anything else is an item of its own. */
async function placeItem(
  tx: Transaction,
  viewer: Viewer,
  meetingId: string,
  item: DemoItem,
  meetingIds: string[],
): Promise<{ itemId: string }> {
  const { title, purpose, minutes, presenterText, proposedDecision, closedPart } = item;
  const meeting = { meetingId: globalId('Meeting', meetingId) };
  const [first] = item.bottlenecks;
  if (first !== undefined && item.bottlenecks.length === 1 && isScheduled(first)) {
    const id = await bottleneckIdOf(tx, first);
    await scheduleBottleneck(tx, viewer, {
      bottleneckId: globalId('Bottleneck', id),
      expectedVersion: await versionOf(tx, 'bottleneck', id),
      minutes,
      purpose,
      ...meeting,
    });
    await tx.em.flush();
    const [row] = await tx.em.execute<{ id: string }[]>(
      'select s.agenda_item_id as id from agenda_item_subject s join agenda_item i on i.id = s.agenda_item_id where i.meeting_id = ? and s.bottleneck_id = ?',
      [meetingId, id],
    );
    const itemId = globalId('AgendaItem', row?.id ?? '');
    return editAgendaItem(tx, viewer, {
      itemId,
      expectedVersion: await versionOf(tx, 'meeting', meetingId),
      title,
      presenterText,
      proposedDecision,
    });
  }
  const bottleneckIds = await Promise.all(
    item.bottlenecks.map(async (number) => globalId('Bottleneck', await bottleneckIdOf(tx, number))),
  );
  const noteIds = await Promise.all(item.notes.map(async (key) => globalId('KnowledgeNote', await noteIdOf(tx, key))));
  return addAgendaItem(tx, viewer, {
    ...meeting,
    title,
    purpose,
    minutes,
    presenterText,
    proposedDecision,
    closedPart,
    bottleneckIds,
    noteIds,
    meetingIds,
  });
}

function stepsOf(meeting: DemoMeeting, calendar: DemoCalendar): DemoStep[] {
  const by = secretaries[meeting.table] ?? 'coordinator';
  const name = `meeting-${meeting.table}-${meeting.date}`;
  const preparedOn = meeting.publish ?? '2026-11-20';
  const steps: DemoStep[] = [
    {
      key: name,
      at: calendar.past(meeting.plannedOn, '09:00'),
      by,
      take: (tx, viewer) =>
        planMeeting(tx, viewer, {
          tableId: globalId('AccelerationTable', demoId('table', meeting.table)),
          startsAt: calendar.moment(meeting.date, meeting.start),
          endsAt: calendar.moment(meeting.date, meeting.end),
          location: meeting.location,
        }),
    },
  ];
  // Several in one minute: the order of the items is the order of the steps.
  meeting.items.forEach((item, index) =>
    steps.push({
      key: `${name}-item-${index + 1}`,
      at: new Date(calendar.pastBy(20, preparedOn, '14:00').getTime() + index * 1_000),
      by,
      take: async (tx, viewer) => {
        const about = await Promise.all(
          (item.meetings ?? []).map(async (date) =>
            globalId('Meeting', await earlierMeetingId(tx, meeting, date, calendar)),
          ),
        );
        const placed = await placeItem(tx, viewer, await meetingIdOf(tx, meeting, calendar), item, about);
        await explainItem(tx, meeting, item, placed.itemId, calendar);
        return placed;
      },
    }),
  );
  if (meeting.publish !== null) {
    steps.push({
      key: `${name}-published`,
      at: calendar.pastBy(15, meeting.publish, '15:30'),
      by,
      take: async (tx, viewer) => {
        const id = await meetingIdOf(tx, meeting, calendar);
        return publishAgenda(tx, viewer, {
          meetingId: globalId('Meeting', id),
          expectedVersion: await versionOf(tx, 'meeting', id),
        });
      },
    });
  }
  steps.push(...preparationSteps(meeting, calendar, by));
  meeting.items.forEach(({ outcome }, index) => {
    if (outcome === '') return;
    steps.push({
      key: `${name}-outcome-${index + 1}`,
      at: new Date(calendar.past(meeting.date, meeting.start).getTime() + (index + 1) * 20 * 60_000),
      by,
      take: async (tx, viewer) => {
        const id = await meetingIdOf(tx, meeting, calendar);
        const itemId = globalId('AgendaItem', await itemIdAt(tx, id, index + 1));
        return recordOutcome(tx, viewer, { itemId, expectedVersion: await versionOf(tx, 'meeting', id), outcome });
      },
    });
  });
  if (meeting.items.some(({ outcome }) => outcome !== '')) {
    const idOf = (tx: Transaction) => meetingIdOf(tx, meeting, calendar);
    steps.push(...minutesSteps(meeting, calendar, by, idOf), ...outcomeSteps(meeting, calendar, by, idOf));
  }
  return steps;
}

/** The meetings of the demo region: what was agreed last month, and what stands on the next agendas. */
export const meetingSteps = (calendar: DemoCalendar): DemoStep[] =>
  demoData.meetings.flatMap((meeting) => stepsOf(meeting, calendar));
