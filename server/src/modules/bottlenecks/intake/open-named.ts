import { globalId, uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem } from '../../../platform/graphql/problem-data.ts';
import { type ProblemData, Refusal } from '../../../platform/commands/refusal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { openBottleneck, type OpenBottleneck } from '../open-bottleneck.ts';

/**
 * Opens a case that an input names in another way than as its subject.
 * @throws Refusal with the answer of that field, for what is not there and what is not theirs alike.
 */
export async function openNamed(
  tx: Transaction,
  viewer: Viewer,
  bottleneckId: string | null,
  answer: ProblemData,
  options: { orChangedLast?: boolean } = {},
): Promise<OpenBottleneck> {
  try {
    return await openBottleneck(tx, viewer, globalId('Bottleneck', bottleneckId ?? ''), options);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal([answer]) : error;
  }
}

/** The draft of one's own that an input names. @throws Refusal. */
export function openDraft(tx: Transaction, viewer: Viewer, draftId: string): Promise<OpenBottleneck> {
  const answer = notFoundProblem(['input', 'draftId'], 'UNKNOWN_BOTTLENECK');
  return openNamed(tx, viewer, uuidOf('Bottleneck', draftId), answer);
}
