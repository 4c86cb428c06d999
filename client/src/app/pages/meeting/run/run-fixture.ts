import { runStateFragment, type RunState } from '../../../../features/meetings/run/run-documents.ts';
import type { MeetingPresenceSubscription, RunViewQuery } from '../../../../generated/graphql.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../../testing/render-app.tsx';

const start = Date.parse('2026-12-10T12:30:00Z');
/** A moment so many minutes after the start of the meeting (ISO). */
const minute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

const west = {
  __typename: 'AccelerationTable' as const,
  id: 'west',
  slug: 'west-overijssel',
  name: 'Regionale versnellingstafel West-Overijssel',
  shortName: 'West-Overijssel',
};

/** Somebody with the letters of their organisation. */
export const person = (id: string, name: string, shortName: string) => ({
  __typename: 'Person' as const,
  id,
  name,
  jobTitle: '',
  organisation: { __typename: 'Organisation' as const, id: `o-${id}`, name, shortName },
});

export const chair = person('chair', 'Voorzitter tafel West', 'PO');
export const me = person('me', 'Projectleider Zwartewaterland', 'ZW');

/** A case as the item on the table has it. */
const leikade = {
  __typename: 'Bottleneck' as const,
  id: 'b2',
  number: 'KP-2026-002',
  version: 3,
  title: 'Geen zicht op stroomaansluiting vóór oplevering van fase 1',
  state: 'IN_PROGRESS' as const,
  stateSince: '2026-11-01',
  ask: '',
  constructionStart: null,
  decisionBy: null,
  proposedResolution: '',
  dueOn: null,
  overdue: false,
  nextStep: '',
  resolution: '',
  holdReason: '',
  returnOn: null,
  referredTo: null,
  resolvedOn: null,
  homesBlocked: 650,
  themes: [],
  municipality: { __typename: 'Municipality' as const, id: 'dv', name: 'Deventer' },
  projects: [
    {
      __typename: 'ProjectImpact' as const,
      homesBlocked: 650,
      project: { __typename: 'Project' as const, id: 'p1', name: 'Leikade' },
    },
  ],
  confidentiality: 'OPEN' as const,
  heldBy: {
    __typename: 'AccelerationTable' as const,
    id: 'west',
    shortName: 'West-Overijssel',
    level: 'REGIONAL' as const,
    parent: null,
  },
  owner: { __typename: 'Person' as const, id: 'dv', name: 'Projectleider Deventer' },
  lead: null,
  viewerCan: [],
};

type Item = NonNullable<RunViewQuery['meeting']>['items'][number];

/** An item of the meeting, ahead unless said otherwise. */
function runItem(position: number, title: string, from: number, minutes: number, more: object = {}): Item {
  return {
    __typename: 'AgendaItem',
    id: `i${position}`,
    position,
    title,
    purpose: 'DISCUSS',
    minutes,
    startsAt: minute(from),
    closedPart: false,
    presenterText: null,
    presenter: null,
    proposedDecision: '',
    outcome: '',
    homesWaiting: 0,
    annotation: null,
    papers: [],
    outcomes: [],
    subjects: [],
    time: itemTime('AHEAD', null, from),
    ...more,
  } as Item;
}

/** How far an item is. */
export const itemTime = (
  progress: string,
  startedAt: number | null,
  expected: number,
  spentSeconds = 0,
  delay = 0,
) => ({
  __typename: 'ItemTime' as const,
  progress,
  startedAt: startedAt === null ? null : minute(startedAt),
  spentSeconds,
  extraMinutes: 0,
  expectedStartAt: minute(expected),
  delayMinutes: delay,
});

/** Something that was recorded. */
export const outcome = (id: string, kind: string, text: string, more: object = {}) => ({
  __typename: 'AgendaOutcome' as const,
  id,
  version: 1,
  kind,
  number: null,
  text,
  transition: null,
  action: null,
  bottleneck: null,
  note: null,
  cases: [],
  recordedBy: { __typename: 'Person' as const, id: 'chair', name: chair.name },
  recordedAt: minute(70),
  viewerCan: ['EDIT', 'WITHDRAW'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: true,
    reason: null,
  })),
  ...more,
});

/** A promise. */
export const promise = (id: string, what: string, owner: string, dueOn: string) =>
  outcome(id, 'ACTION', what, {
    action: {
      __typename: 'Action',
      id: `a-${id}`,
      number: 'A-2026-001',
      version: 1,
      what,
      dueOn,
      actionState: 'OPEN',
      owner: { __typename: 'Person', id: owner, name: owner },
    },
  });

/** The seven items of an afternoon that is at its fifth. */
export const programme = (): Item[] => [
  runItem(1, 'Opening en agenda', 0, 10, { time: itemTime('DONE', 0, 0, 600) }),
  runItem(2, 'Verslag en afspraken', 10, 15, {
    time: itemTime('DONE', 10, 10, 900),
    outcomes: [
      outcome('u1', 'DECISION', 'Verslag vastgesteld'),
      promise('u2', 'Nabellen', 'Secretaris', '2026-12-17'),
      promise('u3', 'Mailen', 'Secretaris', '2026-12-17'),
    ],
  }),
  runItem(3, 'Grondbalans Buitenkwartier', 25, 30, {
    time: itemTime('DONE', 25, 25, 1_800),
    outcomes: [outcome('u4', 'DECISION', 'Akkoord'), promise('u5', 'Balans delen', 'Zwartewaterland', '2026-12-17')],
  }),
  runItem(4, 'Peil Zwanenhoek', 55, 30, {
    time: itemTime('DONE', 55, 55, 1_980),
    outcomes: [outcome('u6', 'DECISION', 'Peil vastgesteld')],
  }),
  runItem(5, 'Escalatie: stroomaansluiting Leikade en depositie Woldpoort', 85, 25, {
    purpose: 'DECIDE',
    presenterText: 'programmamanager provincie',
    proposedDecision:
      'De tafel stuurt beide casussen samen naar de landelijke tafel, met planning per fase en belastingprofiel, vóór 18 december.',
    homesWaiting: 830,
    time: itemTime('NOW', 88, 85, 654, 3),
    subjects: [leikade],
    outcomes: [
      promise('u7', 'Belastingprofiel aanleveren', 'Projectleider Deventer', '2026-12-17'),
      promise('u8', 'Drie vergelijkbare casussen ophalen', 'Provinciaal secretaris', '2026-12-11'),
    ],
  }),
  runItem(6, 'Laddertoets', 110, 25, { time: itemTime('AHEAD', null, 113, 0, 3) }),
  runItem(7, 'Samenvatting', 135, 15, { time: itemTime('AHEAD', null, 138, 0, 3), closedPart: true }),
];

interface RunOptions {
  items?: Item[];
  currentId?: string | null;
  remaining?: number;
  paused?: boolean;
  /** The verbs that the viewer may use. */
  may?: readonly string[];
  leads?: boolean;
  closedPartNow?: boolean;
  attendance?: object[];
  state?: string;
}

export const leaderVerbs = ['STEER', 'TAKE_ATTENDANCE', 'RECORD_OUTCOME', 'WRITE_MINUTES', 'CLOSE', 'JOIN'];
const verbs = [...leaderVerbs, 'TAKE_LEAD', 'EDIT_AGENDA', 'PUBLISH'];

/** One who was asked for this meeting. */
export const attendee = (who: typeof chair, presence: string | null, more: object = {}) => ({
  __typename: 'Attendance' as const,
  person: who,
  role: 'PARTICIPANT',
  isGuest: false,
  answer: null,
  answerRemark: '',
  presence,
  arrivedAt: presence === 'IN_ROOM' || presence === 'ONLINE' ? minute(0) : null,
  leftAt: null,
  substitutesFor: null,
  ...more,
});

const room = [
  attendee(person('sw', 'Steenwijkerland', 'SW'), 'IN_ROOM'),
  attendee(person('dv', 'Deventer', 'DV'), 'IN_ROOM'),
  attendee(chair, 'IN_ROOM'),
  attendee(person('ka', 'Kampen', 'KA'), 'ONLINE'),
  attendee(me, 'IN_ROOM'),
  attendee(person('om', 'Ommen', 'OM'), 'ABSENT_WITH_NOTICE'),
  attendee(person('ra', 'Raalte', 'RA'), null, { answer: 'ABSENT' }),
];

/** A running meeting as the server tells it. */
export function runningMeeting(options: RunOptions = {}) {
  const { items = programme(), currentId = 'i5', remaining = 846, paused = false, may = leaderVerbs } = options;
  const { leads = true, closedPartNow = false, attendance = room, state = 'IN_SESSION' } = options;
  return {
    __typename: 'Meeting' as const,
    id: 'm1',
    startsAt: minute(0),
    endsAt: minute(150),
    version: 1,
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
    ofSeries: true,
    laterInSeries: 1,
    meetingState: state,
    viewerIsLead: leads,
    viewerCan: verbs.map((verb) => ({
      __typename: 'Ability' as const,
      verb,
      allowed: may.includes(verb),
      reason: may.includes(verb) ? null : 'Dat kan de voorzitter of de secretaris van de tafel.',
    })),
    run: {
      __typename: 'MeetingRun' as const,
      startedAt: minute(0),
      closedAt: null,
      lead: { __typename: 'Person' as const, id: chair.id, name: chair.name },
      currentItem: currentId === null ? null : { __typename: 'AgendaItem' as const, id: currentId },
      closedPartNow,
      paused,
      remainingSeconds: remaining,
      givenMinutes: 25,
      predictedEndAt: minute(153),
      overrunMinutes: 3,
    },
    attendance,
    items,
    table: {
      ...west,
      members: [],
      meetings: {
        __typename: 'MeetingConnection' as const,
        edges: [
          {
            __typename: 'MeetingEdge' as const,
            cursor: '1',
            node: {
              __typename: 'Meeting' as const,
              id: 'm2',
              version: 1,
              startsAt: '2027-01-14T12:30:00Z',
              meetingState: 'DRAFT',
            },
          },
        ],
      },
    },
  };
}

export const runAnswer = (options: RunOptions = {}): object =>
  answer<RunViewQuery>({ __typename: 'Query', meeting: runningMeeting(options) } as unknown as RunViewQuery);

/** Who looks at this moment. */
export const presenceAnswer = (...looking: { person: typeof chair; handRaised?: boolean }[]): object =>
  answer<MeetingPresenceSubscription>({
    __typename: 'Subscription',
    meetingPresence: {
      __typename: 'PresenceFrame',
      onlookers: looking.map(({ person: onlooker, handRaised = false }) => ({
        __typename: 'Onlooker',
        person: onlooker,
        handRaised,
        since: minute(60),
        screens: 1,
      })),
    },
  });

/** Shows the page of the running meeting, with the line open. */
export async function showRun(answers: Answers = {}, search = ''): Promise<ShownApp> {
  const app = renderApp(`/vergaderingen/m1${search}`, {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    // The page around it reads the same meeting: one cache holds both.
    MeetingPage: answers['RunView'] ?? runAnswer(),
    RunView: runAnswer(),
    MeetingPresence: presenceAnswer({ person: chair }, { person: me }),
    ...answers,
  });
  await app.router.load();
  app.open();
  return app;
}

let happened = 0;

/** Says on the stream of the meeting that something happened in it. What comes along is in the cache before, as Apollo does it. */
export function happens({ sinks, client }: ShownApp, type: string, after?: RunOptions): void {
  happened += 1;
  if (after)
    client.writeFragment({
      fragment: runStateFragment,
      fragmentName: 'RunState_meeting',
      data: runningMeeting(after) as unknown as RunState,
    });
  sinks.get('meeting')?.frame({
    kind: 'event',
    cursor: `c${happened}`,
    event: {
      id: `e${happened}`,
      type,
      occurredAt: minute(113),
      actor: { id: chair.id, name: chair.name },
      subjects: [{ __typename: 'Meeting', id: 'm1' }],
    },
  });
}
