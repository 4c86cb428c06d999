import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { fold } from '@versnellingstafel/shared/search/fold';
import { type GapKind, type GapState, tendLimits } from '@versnellingstafel/shared/search/tend';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { hasDigit, tokensOf } from '../text/tokens.ts';
import { requireTender } from './tend-rights.ts';

/** A question as it is kept: folded, without signs; null for what is no question, or could point at a person or a case. */
export function keptQuestion(query: string): string | null {
  if (query.length > tendLimits.questionMax || /[@:]|https?|\p{L}-\d{4}-\d/u.test(query)) return null;
  const words = tokensOf(query).map(({ word }) => word);
  const question = words.join(' ');
  if (question.length < tendLimits.questionMin || words.some((word) => hasDigit(word) && word.length > 4)) return null;
  return fold(question);
}

/**
 * Keeps that a question led nowhere, without who asked it. One that was settled begins anew when it still leads nowhere; a question that
 * names a person is not kept at all.
 */
export async function keepGap(tx: Transaction, question: string, kind: GapKind): Promise<void> {
  if (await namesPerson(tx, question)) return;
  const today = localDateOf(tx.now);
  await tx.em.execute(
    `insert into search_gap as g (id, question, kind, first_on, last_on) values (?, ?, ?, ?, ?)
     on conflict (question) do update set times = g.times + 1, last_on = excluded.last_on,
       kind = case when excluded.kind = 'NO_HIT' then 'NO_HIT' else g.kind end,
       state = case when g.state = 'SYNONYM' then 'OPEN' else g.state end`,
    [tx.newId(), question, kind, today, today],
  );
}

/** Is one of its words a part of somebody's name? Rather a question too few than one about a person. */
async function namesPerson(tx: Transaction, question: string): Promise<boolean> {
  const names = await tx.em.execute<{ name: string }[]>('select name from person where not fictional');
  const words = new Set(question.split(' ').filter((word) => word.length > 3));
  return names.some(({ name }) => tokensOf(name).some(({ word }) => words.has(word)));
}

/** Says what became of a question that led nowhere. @throws Forbidden, Refusal. */
export async function settleGap(
  tx: Transaction,
  viewer: Viewer,
  input: { readonly searchGapId: string; readonly state: GapState },
): Promise<{ searchGapId: string }> {
  requireTender(viewer);
  const id = uuidOf('SearchGap', input.searchGapId);
  const open = input.state === 'OPEN';
  const rows = await tx.em.execute<{ id: string }[]>(
    'update search_gap set state = ?, settled_at = ?, settled_by_id = ? where id = ? returning id',
    [input.state, open ? null : tx.now, open ? null : viewer.personId, id],
  );
  if (rows.length === 0) refuse(notFoundProblem(['input', 'searchGapId'], 'UNKNOWN_GAP'));
  return { searchGapId: rows[0]?.id ?? '' };
}
