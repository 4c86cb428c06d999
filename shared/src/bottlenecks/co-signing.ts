import type { BottleneckState } from './states.ts';

/** How far a second party to a case has come. UNCONFIRMED: kept by name, without an account. */
export const coSignStates = ['ASKED', 'SIGNED', 'DECLINED', 'UNCONFIRMED', 'WITHDRAWN'] as const;
export type CoSignState = (typeof coSignStates)[number];

export const coSignVerbs = ['SIGN', 'DECLINE', 'WITHDRAW'] as const;
export type CoSignVerb = (typeof coSignVerbs)[number];

/** What decides about an answer. Derived on the server. */
export interface CoSignFacts {
  readonly state: CoSignState;
  /** Is it the viewer who is asked? */
  readonly isAsked: boolean;
  /** May the viewer ask for co-signers on this case (its owner or filer, the leaders of its table)? */
  readonly mayAsk: boolean;
}

export type CoSignDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'CO_SIGN_ANSWERED' | 'CO_SIGNER_ONLY' | 'CO_SIGNER_OR_OWNER_ONLY' };

/** May this viewer answer, or take the question back? Who signed may step back too. */
export function mayCoSign(verb: CoSignVerb, { state, isAsked, mayAsk }: CoSignFacts): CoSignDecision {
  if (verb === 'WITHDRAW') {
    if (!isAsked && !mayAsk) return { allowed: false, reason: 'CO_SIGNER_OR_OWNER_ONLY' };
    return state === 'DECLINED' || state === 'WITHDRAWN'
      ? { allowed: false, reason: 'CO_SIGN_ANSWERED' }
      : { allowed: true };
  }
  if (!isAsked) return { allowed: false, reason: 'CO_SIGNER_ONLY' };
  return state === 'ASKED' ? { allowed: true } : { allowed: false, reason: 'CO_SIGN_ANSWERED' };
}

/** May a case in this state be joined by somebody with the same problem in another project? Rights to see and to log are apart. */
export function canJoin(state: BottleneckState): boolean {
  return state !== 'DRAFT' && state !== 'RESOLVED' && state !== 'REFERRED' && state !== 'WITHDRAWN';
}

export const coSignLimits = { partiesMax: 10 } as const;
