import { type Shown, idsIn } from './crawler.ts';

/** What those who see much were shown, by id. */
export interface Insight {
  readonly all: ReadonlyMap<string, Shown>;
}

/**
 * THE REVIEWED LIST: what every signed-in person may read. A new type or root field fails the tests until somebody has decided what
 * a stranger gets of it and has written that here.
 */
export const openNodes: Readonly<Record<string, (shown: Shown, insight: Insight) => boolean>> = {
  // The registers that all work with: who sits where, and what is public about a project.
  AccelerationTable: () => true,
  Municipality: () => true,
  Organisation: () => true,
  Person: () => true,
  Project: () => true,
  Region: () => true,
  Theme: () => true,
  // Public ones alone, and no draft.
  Bottleneck: ({ data }) => data['confidentiality'] === 'PUBLIC' && data['state'] !== 'DRAFT',
  // What changed in the law is for everybody; the notes that it touched show as notes do.
  LegalEvent: () => true,
  // Words that mean the same are no secret; questions that led nowhere show when a note is asked for about them.
  SynonymGroup: () => true,
  SavedSearch: () => false,
  SearchGap: ({ data }) => data['state'] === 'NOTE_ASKED',
  // One with a public case in it shows, with that case.
  Pattern: ({ data }, insight) => [...idsIn(data['bottlenecks'])].some((id) => mayRead(id, insight)),
  KnowledgeNote: ({ data }) => data['confidentiality'] === 'PUBLIC',
  // What needs two things to be understood needs both to be open.
  Application: ({ data }, insight) =>
    [...idsIn([data['note'], data['bottleneck']])].every((id) => mayRead(id, insight)),
  // What was said about a public case, and put with it.
  Comment: ({ data }, insight) => [...idsIn([data['bottleneck']])].some((id) => mayRead(id, insight)),
  Attachment: ({ data }, insight) => [...idsIn([data['bottleneck']])].some((id) => mayRead(id, insight)),
  Event: ({ data }, insight) => {
    const subjects = [...idsIn(data['subjects'])];
    return subjects.length > 0 && subjects.every((id) => mayRead(id, insight)) && data['type'] !== undefined;
  },
  // For the members of a table, and for the person themselves.
  Action: () => false,
  AgendaItem: () => false,
  AgendaProposal: () => false,
  AgendaTemplate: () => false,
  AgendaOutcome: () => false,
  // For who saved it, and the table that shares it.
  BottleneckView: () => false,
  // For who brings a list in.
  Import: () => false,
  ImportRow: () => false,
  InboxItem: () => false,
  MailMessage: () => false,
  Meeting: () => false,
  Minutes: () => false,
  MinutesRemark: () => false,
  Addendum: () => false,
  CaseFeedback: () => false,
  Paper: () => false,
};

/** Is it on the list? What even the insiders were not shown is not. */
export function mayRead(id: string, insight: Insight): boolean {
  const shown = insight.all.get(id);
  return shown !== undefined && (openNodes[shown.type]?.(shown, insight) ?? false);
}

/** What a root field gives to a stranger, in words; with what it is asked for, where it needs to be asked for something. */
export const openQueries: Readonly<
  Record<string, { readonly gives: string; readonly asked?: (insight: Insight) => string[] }>
> = {
  action: {
    gives: 'null',
    asked: (insight) => valuesOf(insight, 'Action', 'number').map((number) => `(number: "${number}")`),
  },
  actions: { gives: 'nothing: actions are for a table and for who has them', asked: () => ['(first: 100)'] },
  askedOfMe: { gives: 'nothing is asked of a stranger' },
  bottleneck: {
    gives: 'a public case, or null',
    asked: (insight) => valuesOf(insight, 'Bottleneck', 'number').map((number) => `(number: "${number}")`),
  },
  bottleneckGroups: { gives: 'counts of the public cases', asked: () => ['(groupBy: STATE)'] },
  bottleneckViews: { gives: 'nothing: views are for who saved them, and their table' },
  bottleneckFacets: { gives: 'counts of the public cases' },
  bottlenecks: { gives: 'the public cases', asked: () => ['(first: 100)'] },
  import: {
    gives: 'null',
    asked: (insight) => [...insight.all].filter(([, { type }]) => type === 'Import').map(([id]) => `(id: "${id}")`),
  },
  importFields: { gives: 'what a column of a list can be called' },
  imports: {
    gives: 'nothing: they are for who began them',
    asked: (insight) =>
      [...insight.all].filter(([, { type }]) => type === 'AccelerationTable').map(([id]) => `(tableId: "${id}")`),
  },
  inbox: { gives: 'their own inbox', asked: () => ['(first: 100)'] },
  inboxCursor: { gives: 'a place in their own inbox' },
  knowledgeCursor: { gives: 'a place in the stream of notes, which shows them the public ones' },
  meeting: {
    gives: 'null',
    asked: (insight) => [...insight.all].filter(([, { type }]) => type === 'Meeting').map(([id]) => `(id: "${id}")`),
  },
  meetingCursor: {
    gives: 'null',
    asked: (insight) =>
      [...insight.all].filter(([, { type }]) => type === 'Meeting').map(([id]) => `(meetingId: "${id}")`),
  },
  municipalities: { gives: 'the register' },
  node: { gives: 'what `openNodes` says' },
  note: {
    gives: 'a public note, or null',
    asked: (insight) => valuesOf(insight, 'KnowledgeNote', 'slug').map((slug) => `(slug: "${slug}")`),
  },
  savedSearches: { gives: 'nothing: they are for who keeps them' },
  synonymGroups: { gives: 'words that mean the same, which are no secret' },
  askedNotes: { gives: 'subjects for which a note is asked' },
  searchGaps: { gives: 'nothing: it is for who looks after search' },
  searchIndex: { gives: 'null: it is for who looks after search' },
  legalEvents: { gives: 'what changed in the law', asked: () => ['(first: 100)'] },
  notesRestingOn: { gives: 'public notes', asked: () => ['(references: ["Ow", "Bkl"])'] },
  notes: { gives: 'the public notes', asked: () => ['(first: 100)'] },
  pattern: {
    gives: 'a pattern with a public case in it, or null',
    asked: (insight) => valuesOf(insight, 'Pattern', 'number').map((number) => `(number: "${number}")`),
  },
  patterns: { gives: 'the patterns with a public case in them', asked: () => ['(first: 100)'] },
  outbox: { gives: 'nothing: it is for who prepares meetings' },
  organisations: { gives: 'the register', asked: () => ['(first: 100)'] },
  people: { gives: 'the register', asked: () => ['(first: 100)'] },
  personas: { gives: 'the people of the demo, as before signing in' },
  projects: { gives: 'the register, with figures of the public cases', asked: () => ['(first: 100)'] },
  regions: { gives: 'the register' },
  rhythmPreview: {
    gives: 'the dates on which a table would meet, and no meeting',
    asked: (insight) =>
      [...insight.all]
        .filter(([, { type }]) => type === 'AccelerationTable')
        .map(([id]) => `(input: { tableId: "${id}" })`),
  },
  search: {
    gives: 'hits in what is public',
    asked: () => ['(query: "grond")', '(query: "overleg tafel")', '(query: "KP-2026")'],
  },
  similar: { gives: 'public cases and notes', asked: () => ['(text: "grondeigenaar houdt perceel vast")'] },
  table: {
    gives: 'a table with its members, and no meeting',
    asked: (insight) => valuesOf(insight, 'AccelerationTable', 'slug').map((slug) => `(slug: "${slug}")`),
  },
  tableCursor: {
    gives: 'null',
    asked: (insight) =>
      [...insight.all].filter(([, { type }]) => type === 'AccelerationTable').map(([id]) => `(tableId: "${id}")`),
  },
  tables: { gives: 'the tables with their members, and no meeting', asked: () => ['(first: 100)'] },
  themes: { gives: 'the register' },
  viewer: { gives: 'themselves' },
};

/** What anybody may do to their own session, language, visit, inbox, calendar and ways of looking at a list. */
export const ownMutations = [
  'endCalendarFeed',
  'markInboxRead',
  'markVisit',
  // It keeps a question of theirs without them, and tells nothing.
  'recordSearch',
  'saveSearch',
  'renewCalendarFeed',
  'saveBottleneckView',
  'setLocale',
  'signInAsPersona',
  'signOut',
];

/** The arguments to ask a root field with; one time without any where it needs none. */
export function requiredArguments(field: string, insight: Insight): string[] {
  return openQueries[field]?.asked?.(insight) ?? [''];
}

function valuesOf(insight: Insight, type: string, field: string): string[] {
  const values = [...insight.all.values()].filter((shown) => shown.type === type).map(({ data }) => data[field]);
  return values.filter((value) => typeof value === 'string');
}
