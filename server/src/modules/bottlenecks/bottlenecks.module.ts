import { registerCaseOfAction } from '../actions/actions.module.ts';
import type { AppModule } from '../people/people.module.ts';
import { registerWaitingHomes } from '../projects/projects.module.ts';
import { loadApplications } from './application.queries.ts';
import {
  ApplicationMutations,
  ApplicationResolver,
  BottleneckApplicationsResolver,
  NoteApplicationsResolver,
  OrganisationReuseResolver,
  ThemeReuseResolver,
} from './application.resolver.ts';
import { ActionBottleneckResolver, caseOfNewAction } from './bottleneck-actions.resolver.ts';
import {
  BottleneckAtRisk,
  HomesAtRiskFields,
  ListAtRisk,
  MunicipalityAtRisk,
  OrganisationAtRisk,
  ProjectAtRiskFields,
  ProjectsAtRisk,
  RegionAtRisk,
  TableAtRisk,
} from './at-risk/at-risk.resolver.ts';
import { Bottleneck } from './bottleneck.entity.ts';
import { bottleneckKind } from './bottleneck.events.ts';
import { BottleneckFields, ProjectImpactFields } from './bottleneck-fields.resolver.ts';
import { BottleneckMutations } from './bottleneck-mutations.resolver.ts';
import { mayLog } from './bottleneck.policy.ts';
import { loadBottlenecks } from './bottleneck.queries.ts';
import { BottleneckQueries } from './bottleneck.resolver.ts';
import { BottleneckSteps } from './bottleneck-steps.resolver.ts';
import { InvalidTransitionProblem } from './bottleneck.types.ts';
import { Escalation } from './escalation/escalation.entity.ts';
import { EscalationMutations } from './escalation/escalation-mutations.resolver.ts';
import { registerMemoRoute } from './escalation/memo-route.ts';
import { BottleneckEscalations, EscalationFields } from './escalation/escalation.resolver.ts';
import { registerEventRules } from './event-rules.ts';
import { registerExport } from './import/export-routes.ts';
import { Import } from './import/import.entity.ts';
import { registerImportEvents } from './import/import-events.ts';
import { ImportMutations, ImportRowMutations } from './import/import-mutations.resolver.ts';
import { loadImportRows, loadImports } from './import/import.queries.ts';
import { ImportQueries, ImportRowFields } from './import/import.resolver.ts';
import { registerImportJob } from './import/import-work.ts';
import { CaseNoteMutations, CaseOfNote, NotesOfBottleneck } from './case-notes/case-note.resolver.ts';
import { CoSigner } from './intake/co-signer.entity.ts';
import { BottleneckParties, CoSignerFields, IntakeMutations } from './intake/intake.resolver.ts';
import { Pattern } from './patterns/pattern.entity.ts';
import { patternKind, registerPatternEvents } from './patterns/pattern-events.ts';
import { PatternLeftOutFields, PatternMutations } from './patterns/pattern-mutations.resolver.ts';
import { loadPatterns } from './patterns/pattern.queries.ts';
import { BottleneckPattern, PatternFields, PatternQueries } from './patterns/pattern.resolver.ts';
import { touchedNotesProjector } from './tell-owners-of-touched-notes.ts';
import { BulkChangeMutations, BulkRefusalFields, HandOverMutations } from './bulk/bulk.resolver.ts';
import { registerBulkEvents } from './bulk/bulk-events.ts';
import { loadAttachments } from './discussion/attachment.queries.ts';
import { AttachmentFields, AttachmentMutations, BottleneckAttachments } from './discussion/attachment.resolver.ts';
import { registerAttachmentRoute } from './discussion/attachment-route.ts';
import { loadComments } from './discussion/comment.queries.ts';
import { BottleneckComments, CommentCount, CommentFields, CommentMutations } from './discussion/comment.resolver.ts';
import { attachmentKind, commentKind, registerDiscussionEvents } from './discussion/discussion-events.ts';
import { BottleneckPresence } from './discussion/presence.resolver.ts';
import { BottleneckWatching, WatchMutations } from './discussion/watch.resolver.ts';
import { BottleneckView } from './views/bottleneck-view.entity.ts';
import { loadViews } from './views/view.queries.ts';
import { BottleneckViewMutations, BottleneckViewResolver } from './views/view.resolver.ts';
import { waitingHomes } from './project-bottlenecks.queries.ts';
import { ProjectBottlenecks } from './project-bottlenecks.resolver.ts';

export { BottleneckVerbEnum } from './bottleneck.enums.ts';
export { bottleneckKind } from './bottleneck.events.ts';
export { checkLesson, draftNoteOfDecision } from './case-notes/draft-note-from-bottleneck.ts';
export { openSql } from './bottleneck.filter.ts';
export { visibleBottlenecks } from './bottleneck.policy.ts';
export { type AgendaHook, registerAgendaHook } from './escalation/agenda-hook.ts';
export { EscalationVerbEnum } from './escalation/escalation.types.ts';
export { readsDossier } from './escalation/shared-in-part.ts';
export type { BottleneckFace } from './bottleneck.face.ts';
export { BottleneckPayload, BottleneckType, FacetCount } from './bottleneck.types.ts';
export { bottleneckToSchedule, checkAsk, markScheduled, scheduleAgain } from './schedule-step.ts';
export { unschedule } from './unschedule-step.ts';
export { registerUndoHook, type UndoneStep } from './undo-hooks.ts';

/** What keeps homes from being built, from the project to the table to what was learned. */
export const BottlenecksModule: AppModule = {
  name: 'bottlenecks',
  entities: [Bottleneck, BottleneckView, CoSigner, Import, Escalation, Pattern],
  resolvers: [
    BottleneckQueries,
    BottleneckFields,
    ProjectImpactFields,
    BottleneckEscalations,
    EscalationFields,
    EscalationMutations,
    BottleneckMutations,
    BottleneckSteps,
    ProjectBottlenecks,
    ApplicationResolver,
    NoteApplicationsResolver,
    OrganisationReuseResolver,
    ThemeReuseResolver,
    BottleneckApplicationsResolver,
    ApplicationMutations,
    CaseNoteMutations,
    NotesOfBottleneck,
    CaseOfNote,
    ActionBottleneckResolver,
    BottleneckParties,
    CoSignerFields,
    IntakeMutations,
    BottleneckViewResolver,
    BottleneckViewMutations,
    BulkRefusalFields,
    BulkChangeMutations,
    HandOverMutations,
    BottleneckWatching,
    WatchMutations,
    BottleneckComments,
    CommentCount,
    CommentFields,
    CommentMutations,
    BottleneckAttachments,
    AttachmentFields,
    AttachmentMutations,
    BottleneckPresence,
    ImportQueries,
    ImportRowFields,
    ImportMutations,
    ImportRowMutations,
    HomesAtRiskFields,
    ProjectAtRiskFields,
    BottleneckAtRisk,
    ProjectsAtRisk,
    TableAtRisk,
    RegionAtRisk,
    MunicipalityAtRisk,
    OrganisationAtRisk,
    ListAtRisk,
    PatternQueries,
    PatternFields,
    BottleneckPattern,
    PatternMutations,
    PatternLeftOutFields,
  ],
  types: [InvalidTransitionProblem],
  nodes: [
    { type: 'Bottleneck', kind: bottleneckKind, load: loadBottlenecks },
    { type: 'BottleneckView', kind: 'bottleneckView', load: loadViews },
    { type: 'Comment', kind: commentKind, load: loadComments },
    { type: 'Attachment', kind: attachmentKind, load: loadAttachments },
    { type: 'Application', kind: 'application', load: loadApplications },
    { type: 'Pattern', kind: patternKind, load: loadPatterns },
    { type: 'Import', kind: 'import', load: loadImports },
    { type: 'ImportRow', kind: 'import-row', load: loadImportRows },
  ],
  register(platform) {
    platform.abilities.register('Viewer', 'LOG_BOTTLENECK', (_context, viewer) => mayLog(viewer));
    registerWaitingHomes(platform, waitingHomes);
    registerEventRules(platform);
    registerBulkEvents(platform);
    registerPatternEvents(platform);
    registerDiscussionEvents(platform);
    registerAttachmentRoute(platform);
    registerMemoRoute(platform);
    registerImportEvents(platform);
    registerImportJob(platform);
    registerExport(platform);
    platform.streams.registerProjector('notes of cases', touchedNotesProjector);
    registerCaseOfAction(platform, caseOfNewAction);
  },
};
