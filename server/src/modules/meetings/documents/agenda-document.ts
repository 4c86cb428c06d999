import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { DocumentBlock, DocumentModel } from '../../../platform/documents/document-model.ts';
import type { AppContext } from '../../people/people.module.ts';
import { type AgendaItemFace, agendaOf } from '../agenda.queries.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { papersOf } from '../papers/paper.queries.ts';
import { longDayOf } from './document-words.ts';
import { type Frame, framed } from './meeting-document.ts';

/** The agenda as this viewer gets it: an overview with the times, and each item with what it is about. */
export async function agendaDocument(frame: Frame): Promise<DocumentModel> {
  const { context, meeting, words, closedPart } = frame;
  const items = await agendaOf(context, meeting.id);
  const shown = items.map((item) => ({ item, hidden: item.masked || (item.closedPart && !closedPart) }));
  const overview: DocumentBlock = {
    kind: 'table',
    caption: words.overview,
    header: [words.number, words.time, words.item, words.purpose, words.minutesShort],
    widths: [2, 2, 8, 3, 2],
    rows: shown.map(({ item, hidden }) => [
      String(item.position),
      localTimeOf(item.startsAt),
      hidden ? words.closedPart : item.title,
      hidden ? '' : words[item.purpose],
      String(item.minutes),
    ]),
  };
  const details = await Promise.all(shown.map(({ item, hidden }) => (hidden ? [] : itemBlocks(frame, item))));
  return framed(frame, 'AGENDA', await statusOf(frame), [], [overview, ...details.flat()]);
}

async function statusOf({ context, meeting, words }: Frame): Promise<string> {
  if (meeting.state === 'CANCELLED') return words.cancelled;
  if (meeting.state === 'DRAFT') return words.concept;
  const working = (await meetingFacts(context, meeting.id))?.leads === true && meeting.state === 'PUBLISHED';
  return working && meeting.unpublishedChanges > 0 ? words.conceptUnpublished : '';
}

async function itemBlocks(frame: Frame, item: AgendaItemFace): Promise<DocumentBlock[]> {
  const { context, words } = frame;
  const [presenter, about, papers] = await Promise.all([
    context.node('Person', item.presenterId) as Promise<{ name: string } | null>,
    namesOf(context, item),
    papersOf(context, item),
  ]);
  const facts = [
    { term: words.purpose, text: words[item.purpose] },
    { term: words.presenter, text: item.presenterText ?? presenter?.name ?? '' },
    { term: words.about, text: about.join('; ') },
    { term: words.papers, text: papers.map(({ title }) => title).join('; ') },
    { term: words.proposedDecision, text: item.proposedDecision },
  ].filter(({ text }) => text !== '');
  const title = item.closedPart ? `${item.title} (${words.closedPart.toLowerCase()})` : item.title;
  return [
    { kind: 'heading', level: 1, text: `${item.position}. ${title}` },
    { kind: 'facts', facts },
  ];
}

/** What people call the things that an item is about, as far as this viewer may see them. */
async function namesOf(context: AppContext, item: AgendaItemFace): Promise<string[]> {
  const found = await Promise.all(
    item.subjects.map(async ({ kind, id }) => {
      const source = await context.node(context.platform.nodes.ofKind(kind)?.type ?? '', id);
      return source === null ? [] : [nameOf(context, source as NamedSubject)];
    }),
  );
  return found.flat().filter((name) => name !== '');
}

interface NamedSubject {
  readonly number?: string;
  readonly title?: string;
  readonly name?: string;
  readonly startsAt?: Date;
}

function nameOf(context: AppContext, { number, title, name, startsAt }: NamedSubject): string {
  if (startsAt) return longDayOf(context.locale, startsAt);
  return [number, title ?? name].filter(Boolean).join(' ');
}
