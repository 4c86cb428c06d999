/** What the server knows of a viewer and one note they can see. */
export interface NoteFacts {
  readonly isAuthor: boolean;
  readonly isEditor: boolean;
  readonly isValidator: boolean;
  readonly archived: boolean;
}

export const noteVerbs = ['EDIT', 'VALIDATE', 'ARCHIVE'] as const;
export type NoteVerb = (typeof noteVerbs)[number];
export type NoteDenial = 'AUTHOR_OR_EDITOR_ONLY' | 'VALIDATOR_ONLY' | 'NOTE_ARCHIVED';
export type NoteDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: NoteDenial };

/** The author and knowledge editors edit and archive; validators vouch, but not for their own text. */
export function mayWithNote(verb: NoteVerb, facts: NoteFacts): NoteDecision {
  if (facts.archived) return { allowed: false, reason: 'NOTE_ARCHIVED' };
  if (verb === 'VALIDATE') {
    return facts.isValidator && !facts.isAuthor ? { allowed: true } : { allowed: false, reason: 'VALIDATOR_ONLY' };
  }
  return facts.isAuthor || facts.isEditor ? { allowed: true } : { allowed: false, reason: 'AUTHOR_OR_EDITOR_ONLY' };
}

export type WriteDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: 'NO_ROLE' };

/** Who has a role in an organisation or a seat at a table (not as an observer) writes notes. */
export function mayWriteNote(facts: { readonly hasRole: boolean; readonly hasSeat: boolean }): WriteDecision {
  return facts.hasRole || facts.hasSeat ? { allowed: true } : { allowed: false, reason: 'NO_ROLE' };
}
