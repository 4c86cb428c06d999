import { messageFor, type MessageCode, type MessageLocale } from '@versnellingstafel/shared/errors/messages';

/** A pure decision of `shared/`: allowed, or the code of the reason why not. */
export type AbilityDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: MessageCode };

/** What the client gets to know about one verb: enough to disable a control and say why. */
export interface AbilityFact {
  readonly verb: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** Turns a decision into what `viewerCan` shows, with the reason in the viewer's language. */
export function abilityOf(
  context: { readonly locale: MessageLocale },
  verb: string,
  decision: AbilityDecision,
): AbilityFact {
  return {
    verb,
    allowed: decision.allowed,
    reason: decision.allowed ? null : messageFor(decision.reason, context.locale),
  };
}
