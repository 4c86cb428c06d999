import { type Confidentiality, confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import type { KnowledgeNote } from './knowledge-note.entity.ts';

/**
 * Who sees a note once its author said so. One that was drafted from a case that is not public is not opened by that alone: it stays as it
 * is, and is opened to them when a validator agrees.
 * @param asked what the author sent; left out: as it is.
 */
export function releaseOf(
  note: Pick<KnowledgeNote, 'confidentiality' | 'needsRelease' | 'releaseTo'>,
  asked: Confidentiality | null | undefined,
): { confidentiality: Confidentiality; releaseTo: Confidentiality | null } {
  if (asked == null) return { confidentiality: note.confidentiality, releaseTo: note.releaseTo ?? null };
  const opens = confidentialities.indexOf(asked) < confidentialities.indexOf(note.confidentiality);
  return note.needsRelease && opens
    ? { confidentiality: note.confidentiality, releaseTo: asked }
    : { confidentiality: asked, releaseTo: null };
}
