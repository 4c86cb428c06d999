import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { DocumentBlock, DocumentFact, DocumentModel } from '../../../platform/documents/document-model.ts';
import { addendaOf } from '../minutes/minutes.queries.ts';
import type { FrozenAttendance } from '../minutes/frozen-minutes.ts';
import { type ShownSection, shownMinutes } from '../minutes/shown-minutes.ts';
import type { Meeting } from '../meeting.entity.ts';
import { day, longDayOf, type Words } from './document-words.ts';
import { type DocumentKind, type Frame, framed } from './meeting-document.ts';
import { isDecision, outcomeFacts, textBlocks } from './outcome-blocks.ts';

/** Minutes, decisions or actions of a meeting as this viewer gets them; the closed part only when it is asked for. */
export async function minutesDocument(frame: Frame, kind: Exclude<DocumentKind, 'AGENDA'>): Promise<DocumentModel> {
  const { context, meeting } = frame;
  const shown = await shownMinutes(context, meeting);
  const sections = shown.sections.map((section) => ({
    ...section,
    hidden: section.masked || (section.closedPart && !frame.closedPart),
  }));
  const open = sections.filter(({ hidden }) => !hidden);
  const blocks = {
    MINUTES: async () => [
      attendanceTable(frame, shown.attendance),
      ...(await Promise.all(sections.map((section) => sectionBlocks(frame, section)))).flat(),
      ...decisionBlocks(frame, open, true),
      ...actionBlocks(frame, open, true),
      ...(await addendumBlocks(frame, sections)),
    ],
    DECISIONS: async () => decisionBlocks(frame, open, false),
    ACTIONS: async () => actionBlocks(frame, open, false),
  };
  return framed(frame, kind, statusOf(frame), await adoptionFacts(frame), await blocks[kind]());
}

function statusOf({ minutes, words }: Frame): string {
  if (minutes === null) return words.conceptRunning;
  return minutes.frozen === null ? words.concept : '';
}

async function adoptionFacts({ context, minutes, words }: Frame): Promise<DocumentFact[]> {
  if (minutes?.adoptedAt == null) return [];
  const [by, meeting] = await Promise.all([
    context.node('Person', minutes.adoptedById) as Promise<{ name: string } | null>,
    context.node('Meeting', minutes.adoptedInId) as Promise<Meeting | null>,
  ]);
  const where = meeting ? `${words.adoptedIn} ${longDayOf(context.locale, meeting.startsAt)}` : words.adoptedInWriting;
  return [
    { term: words.adopted, text: `${longDayOf(context.locale, minutes.adoptedAt)}, ${where}, ${by?.name ?? ''}` },
    { term: words.hash, text: minutes.hash ?? '' },
  ];
}

function attendanceTable({ words }: Frame, attendance: readonly FrozenAttendance[]): DocumentBlock {
  return {
    kind: 'table',
    caption: words.attendance,
    header: [words.name, words.organisation, words.role, words.presence],
    widths: [4, 4, 3, 4],
    rows: attendance.map((row) => [row.person.name, row.organisation, roleOf(words, row), presenceOf(words, row)]),
  };
}

function roleOf(words: Words, { role, isGuest, substitutesFor }: FrozenAttendance): string {
  if (substitutesFor) return `${words.insteadOf} ${substitutesFor.name}`;
  if (isGuest) return words.guest;
  return role !== null && role in words ? words[role as keyof Words] : '';
}

function presenceOf(words: Words, { presence, arrivedAt, leftAt }: FrozenAttendance): string {
  if (presence === null || !(presence in words)) return '';
  const there = presence === 'IN_ROOM' || presence === 'ONLINE';
  const stay = [
    there && arrivedAt !== null ? `${words.from} ${localTimeOf(new Date(arrivedAt))}` : '',
    leftAt === null ? '' : `${words.until} ${localTimeOf(new Date(leftAt))}`,
  ].filter(Boolean);
  return [words[presence as keyof Words], ...stay].join(' ');
}

type Section = ShownSection & { readonly hidden: boolean };

async function sectionBlocks(frame: Frame, section: Section): Promise<DocumentBlock[]> {
  const { context, words } = frame;
  const heading = (title: string): DocumentBlock => ({
    kind: 'heading',
    level: 1,
    text: `${section.position}. ${title}`,
  });
  if (section.hidden) return [heading(words.closedPart)];
  const title = section.closedPart ? `${section.title} (${words.closedPart.toLowerCase()})` : section.title;
  const next = (await context.node('Meeting', section.carriedOverTo)) as Meeting | null;
  const said = section.outcomes.some(({ text }) => text === section.outcome);
  const facts = [
    ...(section.outcome === '' || said ? [] : [{ term: words.outcome, text: section.outcome }]),
    ...(await outcomeFacts(frame, section.outcomes)),
    ...(next ? [{ term: words.carriedOver, text: longDayOf(context.locale, next.startsAt) }] : []),
  ];
  return [heading(title), ...textBlocks(section.text), { kind: 'facts', facts }];
}

function decisionBlocks({ words }: Frame, sections: readonly Section[], heading: boolean): DocumentBlock[] {
  const rows = sections.flatMap(({ position, title, outcomes }) =>
    outcomes.filter(isDecision).map(({ number, text }) => [number ?? '', `${position}. ${title}`, text]),
  );
  return [
    ...(heading ? [{ kind: 'heading' as const, level: 1, text: words.decisions }] : []),
    rows.length === 0
      ? { kind: 'paragraph', text: words.noDecisions }
      : {
          kind: 'table',
          caption: words.decisions,
          header: [words.number, words.item, words.decision],
          widths: [3, 5, 8],
          rows,
        },
  ];
}

function actionBlocks({ context, words }: Frame, sections: readonly Section[], heading: boolean): DocumentBlock[] {
  const rows = sections.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ action }) =>
      action ? [[action.number, action.what, action.owner.name, day(context.locale, action.dueOn)]] : [],
    ),
  );
  return [
    ...(heading ? [{ kind: 'heading' as const, level: 1, text: words.actions }] : []),
    rows.length === 0
      ? { kind: 'paragraph', text: words.noActions }
      : {
          kind: 'table',
          caption: words.actions,
          header: [words.number, words.what, words.who, words.by],
          widths: [3, 7, 4, 3],
          rows,
        },
  ];
}

async function addendumBlocks(frame: Frame, sections: readonly Section[]): Promise<DocumentBlock[]> {
  const { context, minutes, words } = frame;
  const hidden = new Set(sections.flatMap((section) => (section.hidden ? section.itemId : [])));
  const addenda = minutes === null ? [] : await addendaOf(context, minutes);
  const facts = addenda
    .filter(({ state, agendaItemId }) => state === 'ACCEPTED' && (agendaItemId === null || !hidden.has(agendaItemId)))
    .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0))
    .map(({ number, text }) => ({ term: `${words.addendum} ${number ?? ''}`, text }));
  return facts.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: words.addenda },
        { kind: 'facts', facts },
      ];
}
