/** Bounds of what people say about something and put with it. */
export const discussionLimits = {
  textMax: 4_000,
  /** People who are named in one comment. */
  mentionsMax: 10,
  titleMax: 200,
  /** Files and links with one thing. */
  attachmentsMax: 50,
} as const;

export const commentVerbs = ['EDIT', 'REMOVE', 'RESTORE'] as const;
export type CommentVerb = (typeof commentVerbs)[number];

export const attachmentVerbs = ['REMOVE', 'RESTORE'] as const;
export type AttachmentVerb = (typeof attachmentVerbs)[number];

/** What the server knows of a viewer and something that was said or put there. */
export interface SaidFacts {
  /** Did the viewer write or add it? */
  readonly isTheirs: boolean;
  /** Is the viewer secretary of the table that holds the case? */
  readonly isSecretary: boolean;
  readonly removed: boolean;
}

export type SaidDecision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason: 'AUTHOR_ONLY' | 'AUTHOR_OR_SECRETARY_ONLY' | 'REMOVED' | 'NOT_REMOVED';
    };

const yes: SaidDecision = { allowed: true };

/**
 * May the viewer do this with something that was said? Words are changed by who wrote them and by nobody else; the secretary may take
 * away what does not belong there, and both may put it back. A missing right is told before how it lies.
 */
export function mayOnSaid(verb: CommentVerb | AttachmentVerb, facts: SaidFacts): SaidDecision {
  if (verb === 'EDIT' && !facts.isTheirs) return { allowed: false, reason: 'AUTHOR_ONLY' };
  if (!facts.isTheirs && !facts.isSecretary) return { allowed: false, reason: 'AUTHOR_OR_SECRETARY_ONLY' };
  if (verb === 'RESTORE') return facts.removed ? yes : { allowed: false, reason: 'NOT_REMOVED' };
  return facts.removed ? { allowed: false, reason: 'REMOVED' } : yes;
}

/** Denials that say how it lies; the others say that it is not for this viewer. */
export function liesOtherwise(reason: (SaidDecision & { allowed: false })['reason']): boolean {
  return reason === 'REMOVED' || reason === 'NOT_REMOVED';
}
