import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { brokenEcli } from '@versnellingstafel/shared/knowledge/legal-reference';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { Viewer } from '../people/people.module.ts';
import type { NoteText } from './knowledge-note.entity.ts';

/** What an author may send about a note; left out means: as it is, or the default. */
export interface NoteTextInput {
  title?: string | null | undefined;
  summary?: string | null | undefined;
  body?: string | null | undefined;
  applies?: string | null | undefined;
  appliesNot?: string | null | undefined;
  steps?: string | null | undefined;
  caveat?: string | null | undefined;
  tags?: readonly string[] | null | undefined;
  legalReferences?: readonly string[] | null | undefined;
  validAsOf?: LocalDate | null | undefined;
  reviewBy?: LocalDate | null | undefined;
  confidentiality?: Confidentiality | null | undefined;
}

/** The long texts of a note: all optional, all with the same limit. */
export const longTexts = [
  'body',
  'applies',
  'appliesNot',
  'steps',
  'caveat',
] as const satisfies readonly (keyof NoteText)[];

/** Checks the words of a note against the shared limits. Gives those that were sent, as they will be kept. */
export function checkWords(check: InputCheck, input: NoteTextInput): Partial<NoteText> {
  const words: Partial<NoteText> = {};
  const title = check.optionalText('title', input.title, {
    min: noteLimits.titleMin,
    max: noteLimits.titleMax,
    singleLine: true,
  });
  const summary = check.optionalText('summary', input.summary, { min: 1, max: noteLimits.summaryMax });
  if (title !== undefined) words.title = title;
  if (summary !== undefined) words.summary = summary;
  for (const field of longTexts) {
    const text = check.optionalText(field, input[field], { max: noteLimits.textMax });
    if (text !== undefined) words[field] = text;
  }
  if (input.tags !== undefined)
    words.tags = checkLines(check, 'tags', input.tags ?? [], noteLimits.tagsMax, noteLimits.tagMax);
  if (input.legalReferences !== undefined) {
    const { legalReferencesMax, legalReferenceMax } = noteLimits;
    words.legalReferences = checkLines(
      check,
      'legalReferences',
      input.legalReferences ?? [],
      legalReferencesMax,
      legalReferenceMax,
    );
    checkEclis(check, input.legalReferences ?? []);
  }
  return words;
}

/** Names each source with an ECLI that cannot be one: it would never be a link, nor be found by a legal event. */
export function checkEclis(check: InputCheck, references: readonly string[]): void {
  if (check.hasProblem('legalReferences')) return;
  for (const [index, reference] of references.entries()) {
    const ecli = brokenEcli(reference);
    if (ecli !== null) check.refuse('legalReferences', 'BROKEN_ECLI', { ecli }, String(index));
  }
}

/** Lines without empty ones, each once whatever its capitals. */
function checkLines(check: InputCheck, field: string, lines: readonly string[], most: number, max: number): string[] {
  const kept = new Map<string, string>();
  for (const [index, line] of check.atMost(field, lines, most).entries()) {
    const text = check.text(field, line, { max, singleLine: true }, String(index));
    if (text !== '' && !kept.has(text.toLowerCase())) kept.set(text.toLowerCase(), text);
  }
  return [...kept.values()];
}

/**
 * Checks the dates that are newly set, beside those that the note has: it was valid on a day that has come, and is
 * reviewed on a later day that has not passed.
 */
export function checkDates(
  check: InputCheck,
  input: { validAsOf?: LocalDate | null | undefined; reviewBy?: LocalDate | null | undefined },
  current: { validAsOf: LocalDate; reviewBy: LocalDate },
  today: LocalDate,
): { validAsOf: LocalDate; reviewBy: LocalDate } {
  const validAsOf = input.validAsOf ?? current.validAsOf;
  const reviewBy = input.reviewBy ?? current.reviewBy;
  if (validAsOf !== current.validAsOf) check.date('validAsOf', validAsOf);
  if (validAsOf > today && validAsOf !== current.validAsOf) check.refuse('validAsOf', 'DATE_IN_FUTURE');
  if (reviewBy !== current.reviewBy) check.date('reviewBy', reviewBy, { notBefore: today });
  if (!check.hasProblem('validAsOf') && !check.hasProblem('reviewBy') && reviewBy <= validAsOf) {
    check.refuse('reviewBy', 'DATE_ORDER', { other: 'validAsOf' });
  }
  return { validAsOf, reviewBy };
}

/** The region of a note that only a region sees: the one it has, or else the one that its author belongs to. */
export function checkRegion(
  check: InputCheck,
  viewer: Viewer,
  confidentiality: Confidentiality,
  current: string | null,
): string | null {
  if (current !== null || confidentiality !== 'REGIONAL') return current;
  const [region, ...more] = viewer.regionIds;
  if (region !== undefined && more.length === 0) return region;
  check.refuse('confidentiality', 'NO_REGION');
  return null;
}
