import { recordLegalEvent } from '../../src/modules/knowledge/legal-events/record-legal-event.ts';
import { settleReview } from '../../src/modules/knowledge/legal-events/settle-review.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { noteIdOf } from './demo-notes.ts';
import { demoId } from './demo-reference.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';
import legalEvents from './legal-events.json' with { type: 'json' };

type DemoLegalEvent = (typeof legalEvents)[number];

/** The UUID of a legal event of the demo, by its title. */
const titleSql = 'select id from legal_event where title = ?';

/** Recorded in the weeks before the demo; most of the touched notes were judged, some wait. */
function stepsOf(event: DemoLegalEvent, calendar: DemoCalendar): DemoStep[] {
  const recorded: DemoStep = {
    key: `legal-event-${event.key}`,
    at: calendar.pastBy(30, event.recordedOn, '10:05'),
    by: 'knowledge-editor',
    settles: true,
    take: async (tx, viewer) =>
      recordLegalEvent(tx, viewer, {
        kind: event.kind as 'RULING',
        title: event.title,
        summary: event.summary,
        legalReferences: event.references,
        effectiveOn: event.effectiveOn,
        noteIds: await Promise.all(
          event.notes.map(async ({ note }) => globalId('KnowledgeNote', await noteIdOf(tx, note))),
        ),
      }),
  };
  const judged = event.notes.flatMap(({ note, remark }, index): DemoStep[] => {
    if (remark === null) return [];
    return [
      {
        key: `legal-event-${event.key}-${note}`,
        at: calendar.pastBy(25 - index, event.recordedOn, `14:1${index}`),
        by: 'validator',
        take: async (tx, viewer) => {
          const [row] = await tx.em.execute<{ id: string }[]>(titleSql, [event.title]);
          const id = await noteIdOf(tx, note);
          return settleReview(tx, viewer, {
            legalEventId: globalId('LegalEvent', row?.id ?? demoId('legalEvent', event.key)),
            noteId: globalId('KnowledgeNote', id),
            expectedVersion: await versionOf(tx, 'knowledge_note', id),
            verdict: 'CONFIRM',
            remark,
            reviewBy: calendar.date(event.reviewBy),
          });
        },
      },
    ];
  });
  return [recorded, ...judged];
}

/** What changed in the law behind the notes of the demo region. */
export const legalEventSteps = (calendar: DemoCalendar): DemoStep[] =>
  legalEvents.flatMap((event) => stepsOf(event, calendar));
