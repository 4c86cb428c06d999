import {
  bottleneckActions,
  mayAct,
  mayEscalate,
  mayTransition,
} from '@versnellingstafel/shared/bottlenecks/permissions';
import { bottleneckVerbs } from '@versnellingstafel/shared/bottlenecks/transitions';
import { type AbilityFact, abilityOf } from '../../platform/graphql/abilities.ts';
import { mayWriteNotes } from '../knowledge/knowledge.module.ts';
import type { AppContext } from '../people/people.module.ts';
import { bottleneckFacts } from './bottleneck.policy.ts';
import type { BottleneckFace } from './bottleneck.face.ts';
import { surroundingsOf } from './bottleneck-surroundings.ts';

/** Every verb on a case, with whether the viewer may use it now and if not, why not; from the rules that the mutations use. */
export async function abilitiesOn(context: AppContext, row: BottleneckFace): Promise<AbilityFact[]> {
  const around = await surroundingsOf(context, row.id);
  const viewer = context.requireViewer();
  const facts = bottleneckFacts(viewer, row, around);
  const steps = bottleneckVerbs.map((verb) => {
    const decision =
      verb === 'ESCALATE' ? mayEscalate(facts, around.parentTableId !== null) : mayTransition(verb, facts);
    return abilityOf(context, verb, decision);
  });
  const actions = bottleneckActions.map((action) => {
    const decision = mayAct(action, facts);
    // Drafting a note needs the right to write one as well.
    return abilityOf(context, action, action === 'DRAFT_NOTE' && decision.allowed ? mayWriteNotes(viewer) : decision);
  });
  return [...steps, ...actions];
}
