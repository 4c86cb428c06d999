import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import type { AppContext } from '../../people/people.module.ts';
import { engineOf } from '../engine-of.ts';
import { search } from '../search.ts';
import { keepGap, keptQuestion } from './search-gap.ts';

/**
 * Keeps a question with which somebody was done without opening anything. Whether something was found is asked here, with what they may
 * see; a question that narrows by facets alone, or that says nothing, is not kept.
 */
export async function recordSearch(context: AppContext, query: string): Promise<Outcome<object>> {
  context.requireViewer();
  const question = keptQuestion(query);
  if (question === null) return { problems: [] };
  const { totalCount } = await search(engineOf(context.platform), context, {
    query: question,
    kinds: null,
    first: 1,
    after: null,
  });
  return context.command('recordSearch', { question }, null, async (tx) => {
    await keepGap(tx, question, totalCount === 0 ? 'NO_HIT' : 'NO_CLICK');
    return {};
  });
}
