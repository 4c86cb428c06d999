import type { ActionState } from './states.ts';

export const actionVerbs = ['EDIT', 'COMPLETE', 'REOPEN', 'WITHDRAW'] as const;
export type ActionVerb = (typeof actionVerbs)[number];

/** What is known of the person and of the action when a right is judged. */
export interface ActionFacts {
  readonly state: ActionState;
  readonly isOwner: boolean;
  /** Civil owner of the owner's organisation. */
  readonly isCivilOwner: boolean;
  /** Chair or secretary of the table it was agreed at. */
  readonly leadsTable: boolean;
}

export type ActionDenial = 'ACTION_PEOPLE_ONLY' | 'CHAIR_OR_SECRETARY_ONLY' | 'ACTION_CLOSED' | 'ACTION_OPEN';
export type ActionDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: ActionDenial };

/** The owner, the civil owner of their organisation, chair and secretary change it and report it done; only the table withdraws it. */
export function mayWithAction(verb: ActionVerb, facts: ActionFacts): ActionDecision {
  const denied = whyNot(verb, facts);
  return denied === null ? { allowed: true } : { allowed: false, reason: denied };
}

function whyNot(verb: ActionVerb, facts: ActionFacts): ActionDenial | null {
  if (verb === 'WITHDRAW' && !facts.leadsTable) return 'CHAIR_OR_SECRETARY_ONLY';
  if (!facts.isOwner && !facts.isCivilOwner && !facts.leadsTable) return 'ACTION_PEOPLE_ONLY';
  if (verb === 'REOPEN') return facts.state === 'OPEN' ? 'ACTION_OPEN' : null;
  return facts.state === 'OPEN' ? null : 'ACTION_CLOSED';
}
