import { addDays } from '@versnellingstafel/shared/dates/local-date';
import * as Y from 'yjs';
import { recordFeedback } from '../../src/modules/meetings/feedback/record-feedback.ts';
import { minutesTextName } from '../../src/modules/meetings/minutes-text/minutes-text.ts';
import { adoptMinutes } from '../../src/modules/meetings/minutes/adopt-minutes.ts';
import { closeMeeting } from '../../src/modules/meetings/minutes/close-meeting.ts';
import { publishMinutes } from '../../src/modules/meetings/minutes/publish-minutes.ts';
import { remarkOnMinutes } from '../../src/modules/meetings/minutes/remark-on-minutes.ts';
import { sendMinutesForReview } from '../../src/modules/meetings/minutes/send-minutes-for-review.ts';
import { settleRemark } from '../../src/modules/meetings/minutes/settle-remark.ts';
import { goToItem } from '../../src/modules/meetings/run/go-to-item.ts';
import { startMeeting } from '../../src/modules/meetings/run/start-meeting.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMeeting } from './demo-data.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';

/** What was written together on an item, by table and place; each a paragraph. */
const texts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  west: [
    ['De voorzitter opent de vergadering. Het verslag van oktober is doorgenomen en vastgesteld.'],
    [
      'Kampen licht het peil en de ophoging toe. Het waterschap wijst op de keurontheffing die dit vraagt.',
      'De tafel ziet twee ontwerpen voor zich: ophogen met een hoger peil, of bouwen op palen. Voor beide ontbreken nog cijfers.',
    ],
    ['Raalte schetst het warmteplan. De provincie kijkt mee naar de vergunning voor de bron.'],
    [],
  ],
  twente: [
    ['Het verslag van oktober is vastgesteld.'],
    [
      'Oldenzaal legt uit hoeveel milieuruimte het bedrijf heeft en gebruikt. De omgevingsdienst deelt de meetgegevens.',
    ],
  ],
};

/** How the months of the demo region end: one adopted and published, one with the participants. */
const adoptedBy: Readonly<Record<string, { readonly chair: string; readonly remark: string; readonly told: string }>> =
  {
    west: { chair: 'chair-west', remark: 'lead-raalte', told: 'KP-2026-006' },
  };

async function minutesOf(tx: Transaction, meetingId: string): Promise<{ minutesId: string; expectedVersion: number }> {
  const [row] = await tx.em.execute<{ id: string; version: number }[]>(
    'select id, version from minutes where meeting_id = ?',
    [meetingId],
  );
  if (!row) throw new Error('The demo region has no minutes of that meeting yet.');
  return { minutesId: globalId('Minutes', row.id), expectedVersion: row.version };
}

async function itemAt(tx: Transaction, meetingId: string, position: number): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>(
    'select id from agenda_item where meeting_id = ? and position = ?',
    [meetingId, position],
  );
  if (!row) throw new Error(`The demo region has no item ${position} there yet.`);
  return row.id;
}

/** Text as an editor would have sent it. */
async function write(tx: Transaction, meetingId: string, itemId: string, paragraphs: readonly string[]): Promise<void> {
  if (paragraphs.length === 0) return;
  const doc = new Y.Doc();
  doc.getXmlFragment('default').insert(
    0,
    paragraphs.map((text) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      return paragraph;
    }),
  );
  const name = minutesTextName(meetingId, itemId);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc));
  await tx.em.execute('insert into shared_text (name, last_n, bytes, created_at, updated_at) values (?, 1, ?, ?, ?)', [
    name,
    update.length,
    tx.now,
    tx.now,
  ]);
  await tx.em.execute('insert into shared_text_update (name, n, update, actor_id, at) values (?, 1, ?, ?, ?)', [
    name,
    update,
    tx.actorId,
    tx.now,
  ]);
}

/** Who came to a meeting of a table: all members, one of them online, one with notice that they do not come. */
async function takeAttendance(tx: Transaction, meetingId: string, tableId: string): Promise<void> {
  await tx.em.execute(
    `insert into attendance (meeting_id, person_id, presence, arrived_at, updated_at, updated_by_id)
     select ?, s.person_id, case when s.place = 4 then 'ABSENT_WITH_NOTICE' when s.place = 3 then 'ONLINE' else 'IN_ROOM' end,
       case when s.place <> 4 then ?::timestamptz end, ?, ?
     from (select person_id, row_number() over (order by person_id) as place from membership where table_id = ?) s`,
    [meetingId, tx.now, tx.now, tx.actorId, tableId],
  );
}

/**
 * A meeting that is over: how it went, its minutes and what municipalities were told. Everything but text and attendance goes through the
 * use cases that people use.
 * @param by who leads it and writes along
 */
export function minutesSteps(
  meeting: DemoMeeting,
  calendar: DemoCalendar,
  by: string,
  idOf: (tx: Transaction) => Promise<string>,
): DemoStep[] {
  const name = `meeting-${meeting.table}-${meeting.date}`;
  const began = calendar.past(meeting.date, meeting.start).getTime();
  const after = (days: number, time: string) => calendar.past(addDays(meeting.date, days), time);
  const step = (what: string, at: Date, take: DemoStep['take'], who = by): DemoStep => ({
    key: `${name}-${what}`,
    at,
    by: who,
    take,
  });
  const steps = [
    step('started', new Date(began), async (tx, viewer) => {
      const id = await idOf(tx);
      const started = await startMeeting(tx, viewer, { meetingId: globalId('Meeting', id) });
      await takeAttendance(tx, id, demoId('table', meeting.table));
      return started;
    }),
    // The outcome of an item is recorded at the end of its twenty minutes, in demo-meetings.ts.
    ...meeting.items.map((_, index) =>
      step(`item-${index + 1}-done`, new Date(began + (index + 1) * 20 * 60_000 + 1_000), async (tx, viewer) => {
        const id = await idOf(tx);
        await write(tx, id, await itemAt(tx, id, index + 1), texts[meeting.table]?.[index] ?? []);
        const next = index + 1 < meeting.items.length ? await itemAt(tx, id, index + 2) : null;
        const itemId = next === null ? null : globalId('AgendaItem', next);
        return goToItem(tx, viewer, { meetingId: globalId('Meeting', id), itemId });
      }),
    ),
    step('closed', calendar.past(meeting.date, meeting.end), async (tx, viewer) =>
      closeMeeting(tx, viewer, { meetingId: globalId('Meeting', await idOf(tx)) }),
    ),
    step('in-review', after(1, '09:30'), async (tx, viewer) =>
      sendMinutesForReview(tx, viewer, await minutesOf(tx, await idOf(tx))),
    ),
  ];
  const adoption = adoptedBy[meeting.table];
  if (!adoption) return steps;
  return [
    ...steps,
    step(
      'remark',
      after(4, '11:00'),
      async (tx, viewer) => {
        const id = await idOf(tx);
        const { minutesId } = await minutesOf(tx, id);
        const itemId = globalId('AgendaItem', await itemAt(tx, id, 3));
        const text = 'Graag erbij: Raalte rekent ook de variant zonder collectieve bron door.';
        return remarkOnMinutes(tx, viewer, { minutesId, itemId, text });
      },
      adoption.remark,
    ),
    step('remark-settled', after(5, '09:00'), async (tx, viewer) => {
      const [remark] = await tx.em.execute<{ id: string }[]>(
        'select r.id from minutes_remark r join minutes n on n.id = r.minutes_id where n.meeting_id = ?',
        [await idOf(tx)],
      );
      const remarkId = globalId('MinutesRemark', remark?.id ?? '');
      return settleRemark(tx, viewer, { remarkId, taken: true, answer: 'Staat erbij.' });
    }),
    step('told', after(6, '10:00'), async (tx, viewer) => {
      const [due] = await tx.em.execute<{ id: string }[]>(
        `select f.id from case_feedback f join bottleneck b on b.id = f.bottleneck_id where f.meeting_id = ? and b.number = ?`,
        [await idOf(tx), adoption.told],
      );
      const feedbackId = globalId('CaseFeedback', due?.id ?? '');
      return recordFeedback(tx, viewer, { feedbackId, note: 'Gebeld met de projectleider en het verslag gestuurd.' });
    }),
    step(
      'adopted',
      after(8, '10:00'),
      async (tx, viewer) => {
        const { minutesId, hash } = await adoptMinutes(tx, viewer, await minutesOf(tx, await idOf(tx)));
        return { minutesId, hash };
      },
      adoption.chair,
    ),
    step('minutes-published', after(8, '11:00'), async (tx, viewer) =>
      publishMinutes(tx, viewer, await minutesOf(tx, await idOf(tx))),
    ),
  ];
}
