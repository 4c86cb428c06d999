import { wallTimeFrom } from '@versnellingstafel/shared/dates/wall-time';
import type { RhythmInput } from '../../../generated/graphql.ts';
import type { TableWithRhythm } from './rhythm-documents.ts';

/** A rhythm as the form holds it: times as they are typed. */
export type RhythmDraft = Omit<TableWithRhythm['rhythm'], '__typename' | 'version'>;
/** One part of it. */
export type RhythmField = keyof RhythmDraft;

/** The form over what is kept. */
export function draftOf({ rhythm }: TableWithRhythm): RhythmDraft {
  const { __typename: _type, version: _version, ...draft } = rhythm;
  return draft;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields in which two drafts differ. */
export function differing(one: RhythmDraft, other: RhythmDraft): RhythmField[] {
  return (Object.keys(one) as RhythmField[]).filter((field) => !same(one[field], other[field]));
}

/** What both changed, to something else. */
export function clashing(mine: RhythmDraft, base: RhythmDraft, theirs: RhythmDraft): RhythmField[] {
  const changed = new Set(differing(theirs, base));
  return differing(mine, base).filter((field) => changed.has(field) && !same(mine[field], theirs[field]));
}

/** Mine over theirs where I changed something, unless theirs was chosen. */
export function merged(
  mine: RhythmDraft,
  base: RhythmDraft,
  theirs: RhythmDraft,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): RhythmDraft {
  const kept = differing(mine, base).filter((field) => choices[field] !== 'theirs');
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}

/** These fields as the server takes them. A day needs both its parts: without a week there is no weekday either. */
export function inputOf(draft: RhythmDraft, fields: readonly RhythmField[]): Partial<RhythmInput> {
  const sent: RhythmDraft = {
    ...draft,
    weekday: draft.week === null ? null : draft.weekday,
    starts: wallTimeFrom(draft.starts) ?? draft.starts,
    ends: wallTimeFrom(draft.ends) ?? draft.ends,
    location: draft.location.trim(),
  };
  const day = fields.includes('week') || fields.includes('weekday') ? (['week', 'weekday'] as const) : [];
  return Object.fromEntries([...new Set([...fields, ...day])].map((field) => [field, sent[field]]));
}

/** The whole draft as the server takes it. */
export function wholeInputOf(draft: RhythmDraft): Partial<RhythmInput> {
  return inputOf(draft, Object.keys(draft) as RhythmField[]);
}
