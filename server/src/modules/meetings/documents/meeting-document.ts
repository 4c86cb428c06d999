import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import {
  type DocumentBlock,
  type DocumentFact,
  type DocumentFormat,
  documentFormats,
  type DocumentModel,
  formatFacts,
} from '../../../platform/documents/document-model.ts';
import type { AppContext } from '../../people/people.module.ts';
import { agendaOf } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { minutesOf } from '../minutes/minutes.queries.ts';
import type { Minutes } from '../minutes/minutes.entity.ts';
import { longDayOf, times, type Words, wordsIn } from './document-words.ts';
import { uuidPattern } from '../../../platform/ids/uuid-text.ts';

/** What a meeting can be read as. */
export const documentKinds = ['AGENDA', 'MINUTES', 'DECISIONS', 'ACTIONS'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How the address of each is called, whatever the language. */
const addressOf: Readonly<Record<DocumentKind, string>> = {
  AGENDA: 'agenda',
  MINUTES: 'minutes',
  DECISIONS: 'decisions',
  ACTIONS: 'actions',
};
/** What stands in the query of an address for the version with the closed part. */
export const closedPartParameter = 'besloten';

const address = new RegExp(`^/documents/meetings/(${uuidPattern})/([a-z]+)\\.([a-z]+)$`);

/** Which documents of a meeting a viewer may have. */
export interface PossibleDocuments {
  readonly kinds: readonly DocumentKind[];
  /** Is there a closed part that the viewer sees? Then there is a version with it. */
  readonly withClosedPart: boolean;
}

/** A document as it is asked for. */
export interface DocumentWish {
  readonly meetingId: string;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
}

/** The address of a document. */
export function documentUrl(
  meetingId: string,
  kind: DocumentKind,
  format: DocumentFormat,
  closedPart: boolean,
): string {
  const query = closedPart ? `?${closedPartParameter}=1` : '';
  return `/documents/meetings/${meetingId}/${addressOf[kind]}.${formatFacts[format].extension}${query}`;
}

/** What an address asks for; null when it is no address of a document. */
export function readAddress(path: string): DocumentWish | null {
  const [, meetingId, name, extension] = address.exec(path) ?? [];
  const kind = documentKinds.find((one) => addressOf[one] === name);
  const format = documentFormats.find((one) => formatFacts[one].extension === extension);
  return meetingId && kind && format ? { meetingId, kind, format } : null;
}

/**
 * The documents of a meeting for this viewer: the agenda for all who see the meeting; what came of it from its start on for the people of
 * the table, and once the minutes are published for all.
 */
export async function possibleDocuments(context: AppContext, meeting: Meeting): Promise<PossibleDocuments> {
  const [facts, items, minutes] = await Promise.all([
    meetingFacts(context, meeting.id),
    agendaOf(context, meeting.id),
    minutesOf(context, meeting.id),
  ]);
  const began = meeting.state === 'IN_SESSION' && facts !== null && facts.role !== null;
  return {
    kinds: began || minutes !== null ? documentKinds : ['AGENDA'],
    withClosedPart: items.some(({ closedPart, masked }) => closedPart && !masked),
  };
}

/** What documents of one meeting have in common. */
export interface Frame {
  readonly context: AppContext;
  readonly meeting: Meeting;
  readonly minutes: Minutes | null;
  readonly words: Words;
  /** Is the closed part left in? */
  readonly closedPart: boolean;
}

/** The frame of a document for this viewer, in their language. */
export async function frameOf(context: AppContext, meeting: Meeting, closedPart: boolean): Promise<Frame> {
  const minutes = (await minutesOf(context, meeting.id)) as Minutes | null;
  return { context, meeting, minutes, words: wordsIn(context.locale), closedPart };
}

/** Name of the file: `verslag-west-overijssel-2026-12-10.pdf`. */
export function fileName(frame: Frame, kind: DocumentKind, format: DocumentFormat, slug: string): string {
  const closedPart = frame.closedPart ? `-${frame.words.closedPart.toLowerCase().replace(/\s+/g, '-')}` : '';
  const date = localDateOf(frame.meeting.startsAt);
  return `${frame.words[kind].toLowerCase()}-${slug}-${date}${closedPart}.${formatFacts[format].extension}`;
}

/** A document with its title, what it is about and how far it is. */
export async function framed(
  frame: Frame,
  kind: DocumentKind,
  status: string,
  facts: readonly DocumentFact[],
  blocks: readonly DocumentBlock[],
): Promise<DocumentModel> {
  const { context, meeting, words, closedPart } = frame;
  const table = (await context.node('AccelerationTable', meeting.tableId)) as { name: string } | null;
  const date = longDayOf(context.locale, meeting.startsAt);
  return {
    title: `${words[kind]} ${table?.name ?? ''}, ${date}`,
    lang: context.locale,
    author: table?.name ?? '',
    status: [status, closedPart ? words.withClosedPart : ''].filter(Boolean).join('. '),
    facts: [
      { term: words.table, text: table?.name ?? '' },
      { term: words.date, text: date },
      { term: words.time, text: times(words, meeting.startsAt, meeting.endsAt) },
      { term: words.place, text: meeting.location },
      ...facts,
    ].filter(({ text }) => text !== ''),
    blocks,
  };
}
