import {
  type AttachmentVerb,
  type CommentVerb,
  liesOtherwise,
  mayOnSaid,
  type SaidFacts,
} from '@versnellingstafel/shared/discussion/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import { type AppContext, roleAt, type Viewer } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';

/** Something that was said about a case or put with it. */
export interface Said {
  readonly bottleneckId: string;
  /** Who wrote or added it. */
  readonly byId: string;
  readonly removed: boolean;
}

/** What decides about it. */
export function saidFacts(viewer: Viewer, said: Omit<Said, 'bottleneckId'>, heldById: string | null): SaidFacts {
  return {
    isTheirs: said.byId === viewer.personId,
    isSecretary: roleAt(viewer, heldById) === 'SECRETARY',
    removed: said.removed,
  };
}

/** As `saidFacts`, for something that shows. */
export async function saidOf(context: AppContext, said: Said): Promise<SaidFacts> {
  const row = (await context.node('Bottleneck', said.bottleneckId)) as BottleneckFace | null;
  return saidFacts(context.requireViewer(), said, row?.heldById ?? null);
}

/** What the viewer may do with it. */
export async function abilitiesOnSaid(
  context: AppContext,
  said: Said,
  verbs: readonly (CommentVerb | AttachmentVerb)[],
): Promise<AbilityFact[]> {
  const facts = await saidOf(context, said);
  return verbs.map((verb) => abilityOf(context, verb, mayOnSaid(verb, facts)));
}

/** @throws Forbidden (no right), Refusal (taken away already, or not). */
export function permitOnSaid(verb: CommentVerb | AttachmentVerb, facts: SaidFacts, field: string): void {
  const decision = mayOnSaid(verb, facts);
  if (decision.allowed) return;
  if (!liesOtherwise(decision.reason)) throw new Forbidden(decision.reason);
  refuse(fieldProblem(decision.reason, ['input', field]));
}
