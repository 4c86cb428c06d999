import type { Transaction } from '../../../platform/streams/transaction.ts';
import {
  type EventChange,
  type EventRule,
  registerEventOfMany,
  registerEventRule,
} from '../../../platform/graphql/event-visibility.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import { bottleneckKind, type FieldChange } from '../bottleneck.events.ts';
import type { Pattern } from './pattern.entity.ts';

/** Name of patterns in events and timelines. */
export const patternKind = 'pattern';

/** What happens to a pattern. */
export const patternEventTypes = [
  'PATTERN_MADE',
  'PATTERN_EDITED',
  'PATTERN_EXTENDED',
  'PATTERN_REDUCED',
  'PATTERN_RESOLVED',
  'PATTERN_RESOLVE_UNDONE',
  'PATTERN_DISSOLVED',
] as const;
export type PatternEventType = (typeof patternEventTypes)[number];

/** The timeline of a case tells these in its own words: that it was resolved, or that this was undone. */
export const toldByCases: readonly string[] = ['PATTERN_EDITED', 'PATTERN_RESOLVED', 'PATTERN_RESOLVE_UNDONE'];

/** What the timeline of each case says of it: to which pattern it belongs from now on. */
const membership: Partial<Record<PatternEventType, 'comes' | 'goes'>> = {
  PATTERN_MADE: 'comes',
  PATTERN_EXTENDED: 'comes',
  PATTERN_REDUCED: 'goes',
  PATTERN_DISSOLVED: 'goes',
};

interface PatternPayload {
  readonly number: string;
  readonly told: readonly EventChange[];
}

/** Records what happened to a pattern and to these of its cases: one event, however many there are. */
export function recordPattern(
  tx: Transaction,
  pattern: Pattern,
  type: PatternEventType,
  {
    caseIds = [],
    changes = [],
    remark,
  }: { caseIds?: readonly string[]; changes?: readonly FieldChange[]; remark?: string },
): void {
  tx.record({
    stream: { kind: 'table', id: pattern.tableId },
    type,
    subjects: [{ kind: patternKind, id: pattern.id }, ...caseIds.map((id) => ({ kind: bottleneckKind, id }))],
    payload: {
      number: pattern.number,
      told: changes.map(({ field, before, after }) => ({ field, before, after })),
      ...(remark ? { remark } : {}),
    },
  });
}

/** That a case came or went is told to who may see that case: a pattern does not tell of others. */
const seesOne: EventRule<Viewer> = async (_viewer, { subjects }, context) => {
  const cases = subjects.filter((subject) => subject.kind === bottleneckKind);
  const seen = await context.nodes(
    'Bottleneck',
    cases.map((subject) => subject.id),
  );
  return seen.length > 0;
};

/** Adds what these events say on timelines: of the pattern what changed, of a case to which pattern it belongs. */
export function registerPatternEvents(platform: AppPlatform): void {
  registerEventRule(platform, ['PATTERN_EXTENDED', 'PATTERN_REDUCED'], seesOne);
  for (const type of patternEventTypes) {
    registerEventOfMany(platform, type, {
      changes: (_context, event, subject) => {
        const { number, told } = event.payload as unknown as PatternPayload;
        if (subject.kind === patternKind) return Promise.resolve(told);
        const comes = membership[type] === 'comes';
        return Promise.resolve([{ field: 'pattern', before: comes ? null : number, after: comes ? number : null }]);
      },
    });
  }
}
