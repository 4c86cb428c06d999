import type { Json } from '../../../platform/database/json.ts';
import { registerEventOfMany } from '../../../platform/graphql/event-visibility.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform } from '../../people/people.module.ts';
import { bottleneckKind, type FieldChange, homeOf } from '../bottleneck.events.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';

/** What happens to many cases at once: one event for each table that holds them. */
export type BulkEvent = 'BOTTLENECKS_CHANGED' | 'BULK_CHANGE_UNDONE' | 'BOTTLENECKS_HANDED_OVER' | 'HAND_OVER_UNDONE';
export const bulkEvents: readonly BulkEvent[] = [
  'BOTTLENECKS_CHANGED',
  'BULK_CHANGE_UNDONE',
  'BOTTLENECKS_HANDED_OVER',
  'HAND_OVER_UNDONE',
];

/** A case with what changed on it. */
export interface ChangedCase {
  readonly open: OpenBottleneck;
  readonly changes: readonly FieldChange[];
}

interface TellingOfMany {
  readonly cases: Readonly<Record<string, readonly FieldChange[]>>;
}

/**
 * Records one event for all cases that the same people may see: of one home, one region and one confidentiality, and each confidential one for
 * itself, so that the word with it reaches nobody through another case. Each timeline tells what changed there.
 */
export function recordMany(tx: Transaction, type: BulkEvent, changed: readonly ChangedCase[], remark = ''): void {
  const together = Map.groupBy(changed, ({ open: { row, before } }) => {
    const confidential = row.confidentiality === 'CONFIDENTIAL' || before.confidentiality === 'CONFIDENTIAL';
    return JSON.stringify([homeOf(row), row.confidentiality, row.regionId, confidential ? row.id : null]);
  });
  for (const cases of together.values()) {
    const [first] = cases;
    if (!first) continue;
    const confidential = first.open.before.confidentiality === 'CONFIDENTIAL';
    const told = cases.map(({ open, changes }) => [open.row.id, changes.map((change) => ({ ...change }))]);
    tx.record({
      stream: homeOf(first.open.row),
      type,
      subjects: cases.map(({ open }) => ({ kind: bottleneckKind, id: open.row.id })),
      payload: {
        cases: Object.fromEntries(told) as Json,
        ...(remark !== '' && { remark }),
        ...(confidential && { confidential }),
      },
    });
  }
}

/** Adds what these events say on the timeline of each case. */
export function registerBulkEvents(platform: AppPlatform): void {
  for (const type of bulkEvents) {
    registerEventOfMany(platform, type, {
      changes: (_context, event, { id }) =>
        Promise.resolve((event.payload as unknown as TellingOfMany).cases[id] ?? []),
    });
  }
}
