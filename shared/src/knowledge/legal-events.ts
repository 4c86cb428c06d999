/** What can change what a note says: a ruling, a law that enters into force, a new version of a tool (AERIUS), a policy. */
export const legalEventKinds = ['RULING', 'LAW', 'TOOL', 'POLICY'] as const;
export type LegalEventKind = (typeof legalEventKinds)[number];

/** What became of a note that a legal event touched. */
export const noteReviewStates = ['TO_REVIEW', 'CONFIRMED', 'ADAPTED', 'ARCHIVED'] as const;
export type NoteReviewState = (typeof noteReviewStates)[number];

/** What a reviewer decides: it still holds, it reads differently now, or it is out of use. */
export const reviewVerdicts = ['CONFIRM', 'ADAPT', 'ARCHIVE'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

export const legalEventLimits = {
  titleMin: 5,
  titleMax: 200,
  summaryMax: 2_000,
  referencesMax: 10,
  referenceMin: 2,
  referenceMax: 200,
  notesMax: 200,
  remarkMax: 1_000,
} as const;

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/**
 * Does a source of a note speak of what a legal event is about? The words of the event stand in it as whole words, whatever the capitals:
 * “Bkl art. 5.129g” rests on “Bkl”, and “Wnb” does not stand in “Wnbx”.
 */
export function restsOn(source: string, reference: string): boolean {
  const wanted = folded(reference);
  if (wanted === '') return false;
  const text = folded(source);
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + wanted.length])) return true;
  }
  return false;
}

export type LegalEventDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'KNOWLEDGE_ROLES_ONLY' };

/** Knowledge editors and validators tell what changed in the law. */
export function mayRecordLegalEvent(facts: {
  readonly isEditor: boolean;
  readonly isValidator: boolean;
}): LegalEventDecision {
  return facts.isEditor || facts.isValidator ? { allowed: true } : { allowed: false, reason: 'KNOWLEDGE_ROLES_ONLY' };
}
