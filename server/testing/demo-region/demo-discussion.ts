import { addAttachment } from '../../src/modules/bottlenecks/discussion/add-attachment.ts';
import { addComment } from '../../src/modules/bottlenecks/discussion/add-comment.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';

/** Something that somebody said about a case, or a link that they put with it. */
interface Said {
  readonly number: string;
  readonly by: string;
  readonly on: string;
  readonly at: string;
  readonly text?: string;
  readonly mentions?: readonly string[];
  readonly link?: { readonly title: string; readonly url: string };
}

const said: readonly Said[] = [
  {
    number: 'KP-2026-006',
    by: 'water-adviser',
    on: '2026-11-03',
    at: '10:20',
    text: 'Met een drijvende fundering in de laagste strook hoeft het peil niet omlaag. Dat scheelt een nieuw peilbesluit. Kunnen jullie de doorsneden meenemen naar de ontwerpsessie?',
    mentions: ['lead-kampen'],
  },
  {
    number: 'KP-2026-006',
    by: 'lead-kampen',
    on: '2026-11-04',
    at: '09:05',
    text: 'Die liggen er. De stedenbouwkundige rekent het bergingstekort nog na; ik zet het erbij zodra het klopt.',
  },
  {
    number: 'KP-2026-006',
    by: 'lead-kampen',
    on: '2026-11-10',
    at: '16:40',
    link: { title: 'Richtlijn waterrobuust bouwen', url: 'https://example.org/waterrobuust-bouwen' },
  },
  {
    number: 'KP-2026-013',
    by: 'secretary-west',
    on: '2026-11-12',
    at: '11:30',
    text: 'Welke partijen kunnen elkaars grond gebruiken? Dan staat er op de tafel een voorstel en geen vraag.',
    mentions: ['lead-zwartewaterland'],
  },
];

async function caseId(tx: Transaction, number: string): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>('select id from bottleneck where number = ?', [number]);
  return globalId('Bottleneck', row?.id ?? '');
}

/** What the people of some cases said about them in the weeks before the demo. */
export const discussionSteps = (calendar: DemoCalendar): DemoStep[] =>
  said.map(({ number, by, on, at, text, mentions = [], link }, index) => ({
    key: `said-${index}`,
    at: calendar.pastBy(20 - index, on, at),
    by,
    take: async (tx, viewer) => {
      const bottleneckId = await caseId(tx, number);
      if (link) return addAttachment(tx, viewer, { bottleneckId, ...link });
      const mentionIds = mentions.map((key) => globalId('Person', demoId('person', key)));
      return addComment(tx, viewer, { bottleneckId, text: text ?? '', mentionIds });
    },
  }));
