import { tendLimits } from '@versnellingstafel/shared/search/tend';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import type { AppContext } from '../../people/people.module.ts';
import { engineOf } from '../engine-of.ts';
import { search } from '../search.ts';
import { keepGap, keptQuestion } from './search-gap.ts';

/**
 * Keeps a question with which somebody was done without opening anything. Whether something was found is asked here, with what they may
 * see; what is no question, or could point at a person or a case, is not kept.
 */
export async function recordSearch(context: AppContext, query: string): Promise<Outcome<object>> {
  context.requireViewer();
  const question = keptQuestion(query);
  const found = question === null ? 0 : await countOf(context, question);
  return context.command('recordSearch', { query }, null, async (tx) => {
    const check = new InputCheck();
    check.text('query', query, { max: tendLimits.queryMax, singleLine: true });
    check.done();
    if (question !== null) await keepGap(tx, question, found === 0 ? 'NO_HIT' : 'NO_CLICK');
    return {};
  });
}

async function countOf(context: AppContext, query: string): Promise<number> {
  const { totalCount } = await search(engineOf(context.platform), context, {
    query,
    kinds: null,
    first: 1,
    after: null,
  });
  return totalCount;
}
