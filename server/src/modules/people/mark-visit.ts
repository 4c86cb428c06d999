import type { Outcome } from '../../platform/graphql/graph-context.ts';
import type { AppContext } from './viewer.ts';

/** Notes the moment until which this person has seen what is new. */
export async function markVisit(context: AppContext): Promise<Outcome<object>> {
  const { personId } = context.requireViewer();
  const outcome = await context.command('markVisit', {}, null, async (tx) => {
    await tx.em.execute('update person set last_visit_at = ? where id = ?', [tx.now, personId]);
    return {};
  });
  await context.become(context.session);
  return outcome;
}
