import type { ProblemData } from '../../platform/commands/refusal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { fieldProblem, inLocale } from '../../platform/graphql/problem-data.ts';
import { findPersona, personasOpen } from './personas.ts';
import type { AppContext } from './viewer.ts';

/**
 * Signs in as somebody of the demo. Wrong ids are counted by address, so that guessing stops.
 * @throws RateLimited after too many of them.
 */
export async function signInAsPersona(context: AppContext, personaId: string): Promise<{ problems: ProblemData[] }> {
  const { attempts } = context.platform;
  if (!personasOpen(context)) return { problems: [inLocale(fieldProblem('DEMO_ONLY'), context.locale)] };
  attempts.check(context.request.address);
  const persona = await findPersona(context, uuidOf('Person', personaId));
  if (!persona) {
    attempts.wrong(context.request.address);
    return { problems: [inLocale(fieldProblem('UNKNOWN_PERSONA', ['personaId']), context.locale)] };
  }
  await context.signIn(persona.id);
  return { problems: [] };
}
