import { registerCaseOfAction } from '../actions/actions.module.ts';
import type { AppModule } from '../people/people.module.ts';
import { registerWaitingHomes } from '../projects/projects.module.ts';
import { loadApplications } from './application.queries.ts';
import {
  ApplicationMutations,
  ApplicationResolver,
  BottleneckApplicationsResolver,
  NoteApplicationsResolver,
} from './application.resolver.ts';
import { ActionBottleneckResolver, caseOfNewAction } from './bottleneck-actions.resolver.ts';
import { Bottleneck } from './bottleneck.entity.ts';
import { bottleneckKind } from './bottleneck.events.ts';
import { BottleneckFields, EscalationFields, ProjectImpactFields } from './bottleneck-fields.resolver.ts';
import { BottleneckMutations } from './bottleneck-mutations.resolver.ts';
import { mayLog } from './bottleneck.policy.ts';
import { loadBottlenecks } from './bottleneck.queries.ts';
import { BottleneckQueries } from './bottleneck.resolver.ts';
import { BottleneckSteps } from './bottleneck-steps.resolver.ts';
import { InvalidTransitionProblem } from './bottleneck.types.ts';
import { Escalation } from './escalation.entity.ts';
import { registerEventRules } from './event-rules.ts';
import { waitingHomes } from './project-bottlenecks.queries.ts';
import { ProjectBottlenecks } from './project-bottlenecks.resolver.ts';

export { BottleneckVerbEnum } from './bottleneck.enums.ts';
export { bottleneckKind } from './bottleneck.events.ts';
export { visibleBottlenecks } from './bottleneck.policy.ts';
export type { BottleneckFace } from './bottleneck.face.ts';
export { BottleneckPayload, BottleneckType, FacetCount } from './bottleneck.types.ts';
export { bottleneckToSchedule, checkAsk, markScheduled, scheduleAgain } from './schedule-step.ts';
export { unschedule } from './unschedule-step.ts';
export { registerUndoHook, type UndoneStep } from './undo-hooks.ts';

/** What keeps homes from being built, from the project to the table to what was learned. */
export const BottlenecksModule: AppModule = {
  name: 'bottlenecks',
  entities: [Bottleneck, Escalation],
  resolvers: [
    BottleneckQueries,
    BottleneckFields,
    ProjectImpactFields,
    EscalationFields,
    BottleneckMutations,
    BottleneckSteps,
    ProjectBottlenecks,
    ApplicationResolver,
    NoteApplicationsResolver,
    BottleneckApplicationsResolver,
    ApplicationMutations,
    ActionBottleneckResolver,
  ],
  types: [InvalidTransitionProblem],
  nodes: [
    { type: 'Bottleneck', kind: bottleneckKind, load: loadBottlenecks },
    { type: 'Application', kind: 'application', load: loadApplications },
  ],
  register(platform) {
    platform.abilities.register('Viewer', 'LOG_BOTTLENECK', (_context, viewer) => mayLog(viewer));
    registerWaitingHomes(platform, waitingHomes);
    registerEventRules(platform);
    registerCaseOfAction(platform, caseOfNewAction);
  },
};
