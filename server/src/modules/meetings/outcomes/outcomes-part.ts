import type { AppPlatform } from '../../people/people.module.ts';
import { caseOutcomeProjector } from './case-outcome-projector.ts';
import { AgendaOutcome } from './outcome.entity.ts';
import { outcomeKind } from './outcome-events.ts';
import { OutcomeMutations } from './outcome.mutations.ts';
import { loadOutcomes } from './outcome.queries.ts';
import { AgendaOutcomeResolver, MeetingOfAction, OutcomesOfItem, OutcomesOfMeeting } from './outcome.resolver.ts';
import { OutcomesOfMinutes, OutcomesOfSection } from './outcomes-of-minutes.resolver.ts';

/** What the room of meetings has of what comes of items. */
export const outcomesPart = {
  entities: [AgendaOutcome],
  resolvers: [
    OutcomesOfMeeting,
    OutcomesOfItem,
    AgendaOutcomeResolver,
    MeetingOfAction,
    OutcomeMutations,
    OutcomesOfMinutes,
    OutcomesOfSection,
  ],
  nodes: [{ type: 'AgendaOutcome', kind: outcomeKind, load: loadOutcomes }],
  register(platform: AppPlatform) {
    platform.streams.registerProjector('meeting-outcomes', caseOutcomeProjector);
  },
} as const;
