import type { Projector } from '../../../platform/streams/stream.ts';
import type { SearchEngine } from '../search-engine.ts';
import { documentKinds } from '../kinds/all-kinds.ts';
import { writeDocuments } from './write-documents.ts';

/** Everything that changes a text, a theme or a project of something that can be found. */
const handles = [
  'BOTTLENECK_LOGGED',
  'BOTTLENECK_SUBMITTED',
  'BOTTLENECK_TRIAGED',
  'BOTTLENECK_SCHEDULED',
  'BOTTLENECK_STARTED',
  'BOTTLENECK_HELD',
  'BOTTLENECK_RESUMED',
  'BOTTLENECK_ESCALATED',
  'ESCALATION_RETURNED',
  'BOTTLENECK_RESOLVED',
  'BOTTLENECK_REFERRED',
  'BOTTLENECK_WITHDRAWN',
  'BOTTLENECK_REOPENED',
  'BOTTLENECK_EDITED',
  'BOTTLENECK_ASSIGNED',
  'BOTTLENECKS_IMPORTED',
  'IMPORT_UNDONE',
  'BOTTLENECKS_CHANGED',
  'BULK_CHANGE_UNDONE',
  'BOTTLENECKS_HANDED_OVER',
  'HAND_OVER_UNDONE',
  'ESCALATION_ANSWERED',
  'ESCALATION_WITHDRAWN',
  'BOTTLENECK_JOINED',
  'BOTTLENECK_LEFT',
  'NOTE_REVIEWED',
  'TRANSITION_UNDONE',
  'NOTE_WRITTEN',
  'NOTE_EDITED',
  'NOTE_RESTORED',
  'NOTE_VALIDATED',
  'NOTE_ARCHIVED',
  'MEETING_CLOSED',
  'MEETING_REOPENED',
  'MINUTES_SENT_FOR_REVIEW',
  'MINUTES_ADOPTED',
  'ADDENDUM_ADDED',
  'OUTCOME_ADDED',
  'OUTCOME_EDITED',
  'ACTION_ADDED',
  'ACTION_EDITED',
  'ACTION_DONE',
  'ACTION_REOPENED',
  'ACTION_WITHDRAWN',
] as const;

/** Writes the documents of what has changed, after the commit. */
export function searchProjector(engine: SearchEngine): Projector {
  return {
    handles,
    async project(tx, events) {
      const splitter = await engine.splitter();
      for (const source of documentKinds) {
        const ids = events.flatMap((event) =>
          event.subjects.filter((subject) => subject.kind === source.subject).map((subject) => subject.id),
        );
        const targets = ids.length > 0 && source.targetsOf ? await source.targetsOf(tx.em, [...new Set(ids)]) : ids;
        await writeDocuments(tx.em, splitter, source, targets);
      }
    },
  };
}
