import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import type { AppContext } from './viewer.ts';

/** Keeps the language a person chose. A preference, not something that happened: no event. */
export async function setLocale(context: AppContext, locale: MessageLocale): Promise<Outcome<object>> {
  const { personId } = context.requireViewer();
  const outcome = await context.command('setLocale', { locale }, null, async (tx) => {
    await tx.em.execute('update person set locale = ? where id = ?', [locale, personId]);
    return {};
  });
  await context.become(context.session);
  return outcome;
}
