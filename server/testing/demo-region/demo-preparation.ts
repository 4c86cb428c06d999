import { answerInvitation } from '../../src/modules/meetings/prepare/answer-invitation.ts';
import { inviteGuest } from '../../src/modules/meetings/prepare/invite-guest.ts';
import { proposeAgendaItem } from '../../src/modules/meetings/prepare/propose-agenda-item.ts';
import { returnProposal } from '../../src/modules/meetings/prepare/return-proposal.ts';
import { saveAgendaTemplate } from '../../src/modules/meetings/prepare/save-agenda-template.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoData, type DemoItem, type DemoMeeting } from './demo-data.ts';
import { itemIdAt, meetingIdOf } from './demo-places.ts';
import { demoId } from './demo-reference.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';

const person = (key: string): string => globalId('Person', demoId('person', key));

/** The UUID of another meeting of the same table, by its day as written. */
export async function earlierMeetingId(
  tx: Transaction,
  meeting: DemoMeeting,
  date: string,
  calendar: DemoCalendar,
): Promise<string> {
  const earlier = demoData.meetings.find((other) => other.table === meeting.table && other.date === date);
  if (!earlier) throw new Error(`The demo region tells of no meeting of ${meeting.table} on ${date}.`);
  return meetingIdOf(tx, earlier, calendar);
}

/** Why an item came on the agenda, and what it goes on with: as it would have been, had the agenda proposed it that day. */
export async function explainItem(
  tx: Transaction,
  meeting: DemoMeeting,
  item: DemoItem,
  itemId: string,
  calendar: DemoCalendar,
): Promise<void> {
  const why = await Promise.all(
    (item.why ?? []).map(async ({ meeting: date, person: key, on, ...reason }) => ({
      ...reason,
      ...(on != null && { on: calendar.date(on) }),
      ...(date !== undefined && { meetingId: await earlierMeetingId(tx, meeting, date, calendar) }),
      ...(key !== undefined && { personId: demoId('person', key) }),
    })),
  );
  await tx.em.flush();
  if (why.length > 0)
    await tx.em.execute('update agenda_item set why = ?::jsonb where id = ?', [JSON.stringify(why), itemId]);
  if (item.continues === undefined) return;
  const earlier = await earlierMeetingId(tx, meeting, item.continues.date, calendar);
  const continuesId = await itemIdAt(tx, earlier, item.continues.position);
  await tx.em.execute('update agenda_item set continues_id = ? where id = ?', [continuesId, itemId]);
}

interface DemoProposal {
  readonly by: string;
  readonly on: string;
  readonly title: string;
  readonly minutes: number;
  readonly motivation: string;
  readonly returned?: string;
}

const proposals: readonly DemoProposal[] = [
  {
    by: 'lead-hardenberg',
    on: '2026-11-23',
    title: 'Behoefteraming over de gemeentegrens heen',
    minutes: 15,
    motivation: 'Twee gemeenten rekenen op dezelfde vraag. Eén raming per marktgebied scheelt straks een bezwaar.',
  },
  {
    by: 'water-adviser',
    on: '2026-11-24',
    title: 'Vroeg overleg over peil en riolering',
    minutes: 10,
    motivation: 'Bij drie plannen kwam het waterschap te laat aan tafel. Een vaste plek in de planning helpt.',
  },
  {
    by: 'policy-ommen',
    on: '2026-11-23',
    title: 'Terugblik op de excursie naar het Hazelkamp',
    minutes: 20,
    motivation: 'Er kwamen goede vragen uit het gesprek met de bewoners.',
    returned: 'Mooi voor de nieuwsbrief van de regio. De tafel heeft deze keer geen ruimte voor een terugblik.',
  },
];

/** Who comes to the next meeting of the west, as they said. */
const answers: readonly {
  by: string;
  answer: 'IN_ROOM' | 'ONLINE' | 'ABSENT';
  remark?: string;
  substitute?: string;
}[] = [
  { by: 'lead-kampen', answer: 'IN_ROOM' },
  { by: 'programme-province', answer: 'IN_ROOM' },
  { by: 'water-adviser', answer: 'ONLINE' },
  { by: 'developer', answer: 'ONLINE' },
  { by: 'lead-raalte', answer: 'ABSENT', remark: 'Die middag is er een hoorzitting over het warmteplan.' },
  { by: 'lead-zwolle', answer: 'ABSENT', remark: 'Verlof.', substitute: 'secretary-zwolle' },
];

/** What surrounds the next agenda of the west: proposals, guests, who comes, and a template of it. */
export function preparationSteps(meeting: DemoMeeting, calendar: DemoCalendar, by: string): DemoStep[] {
  if (meeting.table !== 'west' || meeting.publish === null || meeting.items.some(({ outcome }) => outcome !== ''))
    return [];
  const name = `meeting-${meeting.table}-${meeting.date}`;
  const meetingId = async (tx: Transaction) => globalId('Meeting', await meetingIdOf(tx, meeting, calendar));
  const guest = (key: string, time: string, position: number, who: object): DemoStep => ({
    key: `${name}-guest-${key}`,
    at: calendar.pastBy(12, '2026-11-23', time),
    by,
    take: async (tx, viewer) => {
      const id = await meetingIdOf(tx, meeting, calendar);
      return inviteGuest(tx, viewer, {
        itemId: globalId('AgendaItem', await itemIdAt(tx, id, position)),
        expectedVersion: await versionOf(tx, 'meeting', id),
        ...who,
      });
    },
  });
  return [
    guest('nature', '15:40', 5, { personId: person('nature-province') }),
    guest('grid', '15:42', 5, {
      name: 'Accountmanager netbeheerder',
      organisation: 'Netbeheerder (demo)',
      email: 'accountmanager@netbeheerder.example',
    }),
    {
      key: `${name}-template`,
      at: calendar.pastBy(11, '2026-11-23', '15:50'),
      by,
      take: async (tx, viewer) =>
        saveAgendaTemplate(tx, viewer, { meetingId: await meetingId(tx), name: 'Gewone regiotafel' }),
    },
    ...answers.map((one, index): DemoStep => ({
      key: `${name}-answer-${one.by}`,
      at: new Date(calendar.pastBy(10, '2026-11-23', '16:00').getTime() + index * 1_000),
      by: one.by,
      take: async (tx, viewer) =>
        answerInvitation(tx, viewer, {
          meetingId: await meetingId(tx),
          answer: one.answer,
          remark: one.remark,
          ...(one.substitute !== undefined && { substituteId: person(one.substitute) }),
        }),
    })),
    ...proposals.flatMap((proposal) => proposalSteps(proposal, calendar, { name, by, meetingId })),
  ];
}

function proposalSteps(
  { by, on, title, minutes, motivation, returned }: DemoProposal,
  calendar: DemoCalendar,
  meeting: { name: string; by: string; meetingId: (tx: Transaction) => Promise<string> },
): DemoStep[] {
  const key = `${meeting.name}-proposal-${by}`;
  const proposed: DemoStep = {
    key,
    at: calendar.pastBy(8, on, '16:30'),
    by,
    take: async (tx, viewer) =>
      proposeAgendaItem(tx, viewer, {
        meetingId: await meeting.meetingId(tx),
        title,
        minutes,
        motivation,
      }),
  };
  if (returned === undefined) return [proposed];
  const answered: DemoStep = {
    key: `${key}-returned`,
    at: calendar.pastBy(5, on, '16:50'),
    by: meeting.by,
    take: async (tx, viewer) => {
      const [row] = await tx.em.execute<{ id: string }[]>(
        'select id from agenda_proposal where proposed_by_id = ? and title = ?',
        [demoId('person', by), title],
      );
      return returnProposal(tx, viewer, { proposalId: globalId('AgendaProposal', row?.id ?? ''), reason: returned });
    },
  };
  return [proposed, answered];
}
