import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { registerAgendaHook, registerUndoHook } from '../bottlenecks/bottlenecks.module.ts';
import { type AppModule, roleAt } from '../people/people.module.ts';
import { mayChangeRhythm } from '../tables/tables.module.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { AgendaItemResolver, BottleneckAgendaResolver } from './agenda-item.resolver.ts';
import { loadAgendaItems } from './agenda.queries.ts';
import { escalationOnAgenda } from './escalation-on-agenda.ts';
import { Meeting } from './meeting.entity.ts';
import { meetingKind, registerMeetingRules } from './meeting-events.ts';
import { MeetingMutations, ScheduleMutation } from './meeting.mutations.ts';
import {
  CalendarFeedMutations,
  MeetingCalendarResolver,
  ViewerCalendarResolver,
} from './calendar/calendar.resolver.ts';
import { registerCalendarRoutes } from './calendar/calendar-routes.ts';
import { loadMeetings } from './meeting.queries.ts';
import { minutesPart } from './minutes/minutes-part.ts';
import { MeetingResolver, TableMeetingsResolver } from './meeting.resolver.ts';
import { registerMinutesText } from './minutes-text/minutes-text.access.ts';
import { outcomesPart } from './outcomes/outcomes-part.ts';
import { Paper } from './papers/paper.entity.ts';
import { loadPapers } from './papers/paper.queries.ts';
import { ItemPapersResolver, MeetingPapersResolver, PaperMutations, PaperResolver } from './papers/paper.resolver.ts';
import { registerPaperRoutes } from './papers/paper-routes.ts';
import { preparationPart } from './prepare/preparation-part.ts';
import { MeetingEventsResolver } from './run/meeting-events.resolver.ts';
import { MeetingRun } from './run/meeting-run.entity.ts';
import { HandMutation, PresenceResolver } from './run/presence.resolver.ts';
import { meetingRights } from './run/meeting-stream.ts';
import { registerRunRules } from './run/run-events.ts';
import { RunMutations } from './run/run.mutations.ts';
import { PeopleOfAttendance, PeopleOfRun, RunOfMeeting, TimeOfItem } from './run/run.resolver.ts';
import { registerMeetingMail } from './publish/meeting-mail.ts';
import { noticeProjector } from './publish/notices.ts';
import { loadMail, maySeeOutbox } from './publish/outbox.queries.ts';
import { OutboxResolver } from './publish/outbox.resolver.ts';
import {
  MeetingPublicationsResolver,
  PublicationMutations,
  PublicationResolver,
} from './publish/publication.resolver.ts';
import { registerSeriesJob } from './series/keep-series-filled.ts';
import { MeetingOfRhythmDate, SeriesMutations, SeriesOfMeeting } from './series/series.resolver.ts';
import { undoScheduling } from './undo-scheduling.ts';

export { addAgendaItem } from './add-agenda-item.ts';
export { AgendaItemType, MeetingType } from './meeting.types.ts';
export { itemsOfMeetings, minutesForSearch, visibleMinutesItems } from './minutes/minutes-for-search.ts';
export { decisionsForSearch, visibleDecisions } from './outcomes/decisions-for-search.ts';
export { AgendaOutcomeType } from './outcomes/outcome.types.ts';
export { outcomeKind } from './outcomes/outcome-events.ts';
export { planMeeting } from './plan-meeting.ts';
export { publishAgenda } from './publish-agenda.ts';
export { recordOutcome } from './record-outcome.ts';
export { planSeries } from './series/plan-series.ts';
export { scheduleBottleneck } from './schedule-bottleneck.ts';

/** The meetings of the tables, with their agendas. */
export const MeetingsModule: AppModule = {
  name: 'meetings',
  entities: [
    Meeting,
    AgendaItem,
    MeetingRun,
    Paper,
    ...outcomesPart.entities,
    ...preparationPart.entities,
    ...minutesPart.entities,
  ],
  resolvers: [
    MeetingResolver,
    TableMeetingsResolver,
    AgendaItemResolver,
    BottleneckAgendaResolver,
    MeetingMutations,
    ScheduleMutation,
    SeriesOfMeeting,
    MeetingOfRhythmDate,
    SeriesMutations,
    RunOfMeeting,
    PeopleOfRun,
    PeopleOfAttendance,
    TimeOfItem,
    RunMutations,
    MeetingEventsResolver,
    PresenceResolver,
    HandMutation,
    ...outcomesPart.resolvers,
    OutboxResolver,
    PublicationResolver,
    MeetingPublicationsResolver,
    PublicationMutations,
    CalendarFeedMutations,
    MeetingCalendarResolver,
    ViewerCalendarResolver,
    PaperResolver,
    ItemPapersResolver,
    MeetingPapersResolver,
    PaperMutations,
    ...preparationPart.resolvers,
    ...minutesPart.resolvers,
  ],
  nodes: [
    { type: 'Meeting', kind: meetingKind, load: loadMeetings },
    { type: 'AgendaItem', kind: 'agendaItem', load: loadAgendaItems },
    { type: 'Paper', kind: 'paper', load: loadPapers },
    { type: 'MailMessage', kind: 'mailMessage', load: loadMail },
    ...outcomesPart.nodes,
    ...preparationPart.nodes,
    ...minutesPart.nodes,
  ],
  register(platform) {
    platform.abilities.register<{ id: string }>('AccelerationTable', 'PLAN_MEETING', (_context, viewer, table) =>
      leadsTable(roleAt(viewer, table.id)) ? { allowed: true } : { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' },
    );
    platform.abilities.register<{ id: string }>('AccelerationTable', 'PLAN_SERIES', (_context, viewer, table) =>
      mayChangeRhythm(viewer, table.id),
    );
    registerMeetingRules(platform);
    registerRunRules(platform);
    platform.streams.registerKind(meetingKind, meetingRights(platform));
    outcomesPart.register(platform);
    preparationPart.register(platform);
    minutesPart.register(platform);
    platform.abilities.register('Viewer', 'SEE_OUTBOX', (_context, viewer) =>
      maySeeOutbox(viewer, platform.settings.demo),
    );
    registerMeetingMail(platform);
    platform.streams.registerProjector('meeting-notices', noticeProjector);
    registerCalendarRoutes(platform);
    registerPaperRoutes(platform);
    registerMinutesText(platform);
    registerSeriesJob(platform);
    registerUndoHook(platform, 'SCHEDULE', undoScheduling);
    registerAgendaHook(platform, escalationOnAgenda);
  },
};
