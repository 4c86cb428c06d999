import type { Unmasked } from '@apollo/client';
import type { MeetingPageQuery, MeetingPreparationQuery } from '../../generated/graphql.ts';
import { answer } from './render-app.tsx';

type Meeting = NonNullable<Unmasked<MeetingPageQuery>['meeting']>;
type Item = Meeting['items'][number];
type Prepared = NonNullable<Unmasked<MeetingPreparationQuery>['meeting']>;
type PreparedItem = Prepared['items'][number];
export type PreparedSuggestion = Prepared['suggestions'][number];
export type PreparedProposal = Prepared['proposals'][number];
export type PreparedChange = Prepared['pendingChanges'][number];
export type PreparedPublication = Prepared['publications'][number];
export type PreparedAttendance = Prepared['attendance'][number];
export type Reason = PreparedSuggestion['reasons'][number];

/** The sentence for who may not. */
const onlyLeaders = 'Dat kan de voorzitter of de secretaris van de tafel.';

/** An ability of the viewer. */
export const ability = (verb: string, allowed = true) => ({
  __typename: 'Ability' as const,
  verb,
  allowed,
  reason: allowed ? null : onlyLeaders,
});

/** A person with a name. */
export const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name });

/** An item of the agenda; its place and start follow from where it stands. */
export function agendaItem(id: string, title: string, minutes: number, more: Partial<Item> = {}): Item {
  return {
    __typename: 'AgendaItem',
    id,
    position: 0,
    title,
    purpose: 'DISCUSS',
    minutes,
    startsAt: '',
    presenterText: null,
    presenter: null,
    proposedDecision: '',
    outcome: '',
    homesWaiting: 0,
    closedPart: false,
    subjects: [],
    ...more,
  };
}

interface MeetingOptions extends Partial<Meeting> {
  /** Chair or secretary; else a participant. */
  leads?: boolean;
}

const startsAt = '2026-12-10T12:30:00.000Z';
const leading = ['EDIT_AGENDA', 'PUBLISH', 'RECORD_OUTCOME', 'START', 'RESCHEDULE', 'CANCEL'];

/** The meeting of West in December with these items. */
function meetingWith(items: readonly Item[], { leads = true, ...more }: MeetingOptions = {}): Omit<Meeting, 'table'> {
  let minutes = 0;
  return {
    __typename: 'Meeting',
    id: 'm1',
    version: 1,
    meetingState: 'PUBLISHED',
    startsAt,
    endsAt: '2026-12-10T15:00:00.000Z',
    location: 'Provinciehuis, Zwolle',
    submitBy: '2026-11-26',
    papersBy: '2026-12-03',
    minutesBy: '2026-12-17',
    plannedMinutes: 150,
    availableMinutes: 150,
    publishedAt: '2026-11-20T09:00:00Z',
    unpublishedChanges: 0,
    movedFrom: null,
    cancelReason: '',
    cancelledBy: null,
    ofSeries: false,
    laterInSeries: 0,
    viewerCan: [
      ...leading.map((verb) => ability(verb, leads)),
      ability('PROPOSE_ITEM', !leads),
      ability('ANSWER_INVITATION'),
    ],
    ...more,
    items: items.map((item, index) => {
      const start = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
      minutes += item.minutes;
      return { ...item, position: index + 1, startsAt: start };
    }),
  };
}

/** What the page of a meeting is answered. */
export function meetingAnswer(items: readonly Item[], options: MeetingOptions = {}): object {
  return answer<MeetingPageQuery>({
    __typename: 'Query',
    meeting: {
      ...meetingWith(items, options),
      table: {
        __typename: 'AccelerationTable',
        id: 'west',
        slug: 'west-overijssel',
        name: 'Regionale versnellingstafel West-Overijssel',
        shortName: 'West-Overijssel',
        members: ['me', 'b'].map((id) => ({
          __typename: 'Membership',
          table: { __typename: 'AccelerationTable', id: 'west' },
          person: { __typename: 'Person', id },
        })),
        meetings: {
          __typename: 'MeetingConnection',
          edges: [
            {
              __typename: 'MeetingEdge',
              cursor: 'next',
              node: {
                __typename: 'Meeting',
                id: 'm2',
                version: 7,
                startsAt: '2027-01-14T12:30:00.000Z',
                meetingState: 'DRAFT',
              },
            },
          ],
        },
      },
    } as Meeting,
  });
}

/** A reason, with only what its kind says. */
export const reason = (kind: Reason['kind'], more: Partial<Reason> = {}): Reason => ({
  __typename: 'AgendaReason',
  kind,
  on: null,
  done: null,
  late: null,
  open: null,
  meeting: null,
  person: null,
  legalEvent: null,
  ...more,
});

/** Something that the agenda proposes. */
export const suggestion = (
  key: string,
  title: string,
  minutes: number,
  more: Partial<PreparedSuggestion> = {},
): PreparedSuggestion => ({
  __typename: 'AgendaSuggestion',
  key,
  title,
  purpose: 'DISCUSS',
  minutes,
  presenterText: null,
  presenter: null,
  closedPart: false,
  homesWaiting: 0,
  fits: true,
  reasons: [reason('READY')],
  subjects: [],
  proposal: null,
  ...more,
});

/** What a participant proposes. */
export const proposal = (id: string, title: string, more: Partial<PreparedProposal> = {}): PreparedProposal => ({
  __typename: 'AgendaProposal',
  id,
  title,
  purpose: 'DISCUSS',
  minutes: 15,
  motivation: 'De behoefteraming gaat over de gemeentegrens heen.',
  proposedDecision: '',
  state: 'OPEN',
  returnReason: '',
  afterDeadline: false,
  proposedAt: '2026-11-22T09:00:00Z',
  proposedBy: person('hardenberg', 'Adviseur wonen Hardenberg'),
  decidedBy: null,
  viewerCan: [ability('ACCEPT'), ability('RETURN')],
  ...more,
});

/** What stands with an item in preparation. */
export const preparedItem = (id: string, more: Partial<PreparedItem> = {}): PreparedItem => ({
  __typename: 'AgendaItem',
  id,
  annotation: null,
  why: [],
  continues: null,
  papers: [],
  guests: [],
  viewerCan: [ability('ADD_PAPER')],
  ...more,
});

/** What preparing the meeting is answered. */
export function preparationAnswer(more: Partial<Prepared> = {}): object {
  return answer<MeetingPreparationQuery>({
    __typename: 'Query',
    meeting: {
      __typename: 'Meeting',
      id: 'm1',
      calendarUrl: '/calendar/m1.ics',
      bundleUrl: null,
      documents: [],
      suggestions: [],
      droppedSuggestions: [],
      proposals: [],
      publicationUndoableUntil: null,
      pendingChanges: [],
      publications: [],
      viewerAnswer: null,
      attendance: [],
      table: { __typename: 'AccelerationTable', id: 'west', agendaTemplates: [] },
      items: [],
      ...more,
    },
  });
}

/** What the server holds of the meeting: a change puts its outcome here, and every later question is answered from it. */
export interface Held extends MeetingOptions {
  agenda: readonly Item[];
  prepared?: Partial<Prepared>;
}

/** The two questions of the page, answered from what is held now. */
export const heldAnswers = (held: Held): { MeetingPage: () => object; MeetingPreparation: () => object } => ({
  MeetingPage: () => {
    const { agenda, prepared: _, ...options } = held;
    return meetingAnswer(agenda, options);
  },
  MeetingPreparation: () => {
    const { items = [], ...more } = held.prepared ?? {};
    return preparationAnswer({
      ...more,
      items: held.agenda.map(({ id }) => items.find((item) => item.id === id) ?? preparedItem(id)),
    });
  },
});

/** The meeting as a change gives it back: with the agenda and whatever of its preparation the change asks. */
export function heldMeeting(held: Held): object {
  const { agenda, prepared = {}, ...options } = held;
  const { items: _, table: __, ...more } = prepared;
  const blank = {
    suggestions: [],
    droppedSuggestions: [],
    proposals: [],
    publications: [],
    pendingChanges: [],
    publicationUndoableUntil: null,
    viewerAnswer: null,
    attendance: [],
    bundleUrl: null,
  };
  return { ...blank, ...more, ...meetingWith(agenda, options) };
}

/** An answer to a change: it is carried out on what is held. */
export function changing(
  held: Held,
  name: string,
  change: (held: Held, input: never) => object | void,
  payload = 'MeetingPayload',
): (variables: Record<string, unknown>) => object {
  return (variables) => {
    const more = change(held, variables['input'] as never) ?? {};
    held.version = (held.version ?? 1) + 1;
    return { [name]: { __typename: payload, meeting: heldMeeting(held), item: null, problems: [], ...more } };
  };
}

/** An answer that refuses, with a sentence at a field. */
export const refusing = (name: string, field: string, message: string, payload = 'MeetingPayload'): object => ({
  [name]: {
    __typename: payload,
    meeting: null,
    item: null,
    proposal: null,
    table: null,
    template: null,
    problems: [{ __typename: 'FieldProblem', code: 'REFUSED', message, path: ['input', field] }],
  },
});
