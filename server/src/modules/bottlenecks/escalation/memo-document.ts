import type { MessageLocale } from '@versnellingstafel/shared/errors/message';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { isUnsent } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { DocumentBlock, DocumentModel } from '../../../platform/documents/document-model.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import type { EscalationFace } from './escalation.queries.ts';
import { memoTexts } from './escalation.entity.ts';

const dutch = {
  title: 'Escalatiememo',
  concept: 'Concept, nog niet verstuurd',
  withdrawn: 'Ingetrokken',
  case: 'Knelpunt',
  from: 'Van',
  to: 'Aan',
  owner: 'Eigenaar',
  date: 'Datum',
  agreedBy: 'Bestuurlijk akkoord',
  homes: 'Woningen die wachten',
  decisionBy: 'Besluit nodig vóór',
  answerBy: 'Antwoord uiterlijk',
  question: 'Wat we vragen',
  situation: 'Wat er speelt',
  tried: 'Wat al geprobeerd is',
  consequence: 'Wat er gebeurt zonder besluit',
  proposal: 'Ons voorstel',
  fileName: 'escalatiememo',
} as const;
type Words = Readonly<Record<keyof typeof dutch, string>>;

const english: Words = {
  title: 'Escalation memo',
  concept: 'Draft, not sent yet',
  withdrawn: 'Withdrawn',
  case: 'Bottleneck',
  from: 'From',
  to: 'To',
  owner: 'Owner',
  date: 'Date',
  agreedBy: 'Political agreement',
  homes: 'Homes that wait',
  decisionBy: 'Decision needed before',
  answerBy: 'Answer by',
  question: 'What we ask',
  situation: 'What is going on',
  tried: 'What was tried',
  consequence: 'What happens without a decision',
  proposal: 'What we propose',
  fileName: 'escalation-memo',
};

/** The memo of an escalation as this viewer reads it, and the name of its file; null when its words are not for them. */
export async function memoDocument(
  context: AppContext,
  face: EscalationFace,
): Promise<{ model: DocumentModel; name: string } | null> {
  if (!face.readable) return null;
  const [row, from, to, agreedBy] = (await Promise.all([
    context.node('Bottleneck', face.bottleneckId),
    context.node('AccelerationTable', face.fromTableId),
    context.node('AccelerationTable', face.toTableId),
    context.node('Person', face.agreedById),
  ])) as [BottleneckFace | null, { name: string }, { name: string }, { name: string } | null];
  if (row === null) return null;
  const owner = (await context.node('Person', row.ownerId)) as { name: string } | null;
  const words = context.locale === 'nl' ? dutch : english;
  const day = (date: LocalDate | null) => (date === null ? '' : longDay(context.locale, date));
  const facts = [
    { term: words.case, text: `${row.number} ${row.title}` },
    { term: words.from, text: from.name },
    { term: words.to, text: to.name },
    { term: words.owner, text: owner?.name ?? '' },
    { term: words.date, text: day(localDateOf(face.sentAt ?? face.draftedAt)) },
    { term: words.agreedBy, text: agreedBy?.name ?? '' },
    { term: words.homes, text: String(row.homesBlocked) },
    { term: words.decisionBy, text: day(face.decisionBy) },
    { term: words.answerBy, text: day(face.answerBy) },
  ].filter(({ text }) => text !== '');
  const blocks = memoTexts
    .filter((field) => face[field] !== '')
    .flatMap((field): DocumentBlock[] => [
      { kind: 'heading', level: 1, text: words[field] },
      ...face[field]
        .split(/\n+/)
        .filter(Boolean)
        .map((text) => ({ kind: 'paragraph' as const, text })),
    ]);
  return {
    model: {
      title: `${words.title} ${row.number}`,
      lang: context.locale,
      author: from.name,
      status: isUnsent(face.state) ? words.concept : face.state === 'WITHDRAWN' ? words.withdrawn : '',
      facts,
      blocks,
      onePage: true,
    },
    name: `${words.fileName}-${row.number.toLowerCase()}.pdf`,
  };
}

function longDay(locale: MessageLocale, date: LocalDate): string {
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', form).format(new Date(`${date}T00:00:00Z`));
}
