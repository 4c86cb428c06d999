import type { Rhythm } from '@versnellingstafel/shared/tables/rhythm';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { rhythmFrom } from './rhythm-from-input.ts';
import type { ChangeRhythmInput } from './rhythm.types.ts';
import { lockTable, rhythmOf } from './table-rhythm.ts';
import { mayChangeRhythm } from './tables.policy.ts';

/**
 * Changes when a table meets. Meetings that were made already stay where they are; `planSeries` makes those to come.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (unknown table, changed meanwhile, every field problem).
 */
export async function changeRhythm(
  tx: Transaction,
  viewer: Viewer,
  input: ChangeRhythmInput,
): Promise<{ tableId: string }> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  const table = tableId && (await lockTable(tx, tableId));
  if (!table) return refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  const decision = mayChangeRhythm(viewer, table.id);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  if (input.expectedVersion !== table.rhythmVersion) {
    refuse(
      conflictProblem({
        current: { type: 'AccelerationTable', id: table.id },
        currentVersion: table.rhythmVersion,
        changedById: table.rhythmChangedById ?? null,
        changedAt: table.rhythmChangedAt ?? null,
      }),
    );
  }
  const check = new InputCheck();
  const before = rhythmOf(table);
  const rhythm = rhythmFrom(before, input, check);
  check.done();

  const changes = changesBetween(before, rhythm);
  if (changes.length === 0) return { tableId: table.id };
  table.keepRhythm(rhythm, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record({
    stream: { kind: 'table', id: table.id },
    type: 'RHYTHM_CHANGED',
    subjects: [{ kind: 'table', id: table.id }],
    payload: { changes },
  });
  return { tableId: table.id };
}

/** What differs, as people read it. */
function changesBetween(before: Rhythm, after: Rhythm): { field: string; before: string; after: string }[] {
  const inWords = (rhythm: Rhythm): Record<string, string> => ({
    week: String(rhythm.day?.week ?? ''),
    weekday: String(rhythm.day?.weekday ?? ''),
    starts: rhythm.starts,
    ends: rhythm.ends,
    location: rhythm.location,
    submitDaysBefore: String(rhythm.submitDaysBefore),
    papersDaysBefore: String(rhythm.papersDaysBefore),
    minutesDaysAfter: String(rhythm.minutesDaysAfter),
    feedbackWorkingDays: String(rhythm.feedbackWorkingDays),
    monthsWithout: rhythm.monthsWithout.join(', '),
    monthsAhead: String(rhythm.monthsAhead),
    keepFilled: String(rhythm.keepFilled),
  });
  const now = inWords(after);
  return Object.entries(inWords(before)).flatMap(([field, value]) =>
    value === now[field] ? [] : [{ field, before: value, after: now[field] ?? '' }],
  );
}
