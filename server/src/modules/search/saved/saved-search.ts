import { searchLimits } from '@versnellingstafel/shared/search/limits';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';

/** A question that its owner keeps. Nobody else sees it. */
export interface SavedSearch {
  readonly id: string;
  readonly query: string;
}

/** One's own questions, the latest first. */
export function listSavedSearches(context: AppContext): Promise<SavedSearch[]> {
  return context.em.execute<SavedSearch[]>(
    'select s.id, s.query from saved_search s where s.person_id = ? order by s.created_at desc, s.id desc',
    [context.requireViewer().personId],
  );
}

/** The load of the node: one's own. */
export async function loadSavedSearches(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, SavedSearch>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<SavedSearch[]>(
    'select s.id, s.query from saved_search s where s.id = any(?::uuid[]) and s.person_id = ?',
    [arrayLiteral(ids), context.viewer.personId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Keeps a question to ask again; one that is kept already stays as it is. @throws Refusal */
export async function saveSearch(tx: Transaction, viewer: Viewer, query: string): Promise<{ savedSearchId: string }> {
  const check = new InputCheck();
  const text = check.text('query', query, { min: 1, max: searchLimits.savedLength, singleLine: true });
  check.done();
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('saved searches ' || ?))`, [viewer.personId]);
  const own = await tx.em.execute<{ id: string; query: string }[]>(
    'select id, query from saved_search where person_id = ?',
    [viewer.personId],
  );
  const kept = own.find((one) => one.query.toLowerCase() === text.toLowerCase());
  if (kept) return { savedSearchId: kept.id };
  if (own.length >= searchLimits.savedMax)
    check.refuse('query', 'TOO_MANY_SAVED_SEARCHES', { max: searchLimits.savedMax });
  check.done();
  const id = tx.newId();
  await tx.em.execute('insert into saved_search (id, person_id, query, created_at) values (?, ?, ?, ?)', [
    id,
    viewer.personId,
    text,
    tx.now,
  ]);
  return { savedSearchId: id };
}

/** Forgets a question; keeping it again brings it back. @throws Refusal */
export async function forgetSearch(
  tx: Transaction,
  viewer: Viewer,
  savedSearchId: string,
): Promise<{ savedSearchId: string }> {
  const rows = await tx.em.execute<{ id: string }[]>(
    'delete from saved_search where id = ? and person_id = ? returning id',
    [uuidOf('SavedSearch', savedSearchId), viewer.personId],
  );
  const [row] = rows;
  if (!row) refuse(notFoundProblem(['input', 'savedSearchId'], 'UNKNOWN_SAVED_SEARCH'));
  return { savedSearchId: row.id };
}
