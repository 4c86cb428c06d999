import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { Confidentiality, EditNoteInput, WriteNoteInput } from '../../generated/graphql.ts';
import type { EditableNote } from './note-documents.ts';

/** A note as it is typed. Sources stand one a line, tags between commas; dates are ISO days. */
export interface NoteDraft {
  title: string;
  summary: string;
  applies: string;
  appliesNot: string;
  steps: string;
  body: string;
  caveat: string;
  themeCodes: readonly string[];
  tags: string;
  legalReferences: string;
  validAsOf: string | null;
  reviewBy: string | null;
  confidentiality: Confidentiality;
}

export type NoteField = keyof NoteDraft;

export const emptyNote: NoteDraft = {
  title: '',
  summary: '',
  applies: '',
  appliesNot: '',
  steps: '',
  body: '',
  caveat: '',
  themeCodes: [],
  tags: '',
  legalReferences: '',
  validAsOf: null,
  reviewBy: null,
  confidentiality: 'PUBLIC',
};

/** A note as the form shows it. */
export function draftOf(note: EditableNote): NoteDraft {
  const {
    title,
    summary,
    applies,
    appliesNot,
    steps,
    body,
    caveat,
    themes,
    tags,
    legalReferences,
    validAsOf,
    reviewBy,
    confidentiality,
  } = note;
  return {
    title,
    summary,
    applies,
    appliesNot,
    steps,
    body,
    caveat,
    themeCodes: themes.map(({ code }) => code),
    tags: tags.join(', '),
    legalReferences: legalReferences.map(({ text }) => text).join('\n'),
    validAsOf,
    reviewBy,
    confidentiality,
  };
}

const parts = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The sources of a draft, one a line. */
export const sourcesOf = ({ legalReferences }: Pick<NoteDraft, 'legalReferences'>): string[] =>
  parts(legalReferences, /\n/);

/** What is sent of a field; undefined for a date that was left open. */
function sent(draft: NoteDraft, field: NoteField): unknown {
  if (field === 'tags') return parts(draft.tags, /[,;\n]/);
  if (field === 'legalReferences') return sourcesOf(draft);
  const value = draft[field];
  return typeof value === 'string' ? value.trim() : (value ?? undefined);
}

const fields = Object.keys(emptyNote) as NoteField[];
const same = (one: NoteDraft, other: NoteDraft, field: NoteField): boolean =>
  JSON.stringify(sent(one, field)) === JSON.stringify(sent(other, field));

/** The fields that differ. */
export const differing = (mine: NoteDraft, base: NoteDraft): NoteField[] =>
  fields.filter((field) => !same(mine, base, field));

/** What the mutation takes of these fields. */
export function inputOf(draft: NoteDraft, which: readonly NoteField[]): Partial<EditNoteInput> {
  return Object.fromEntries(
    which.map((field) => [field, sent(draft, field)] as const).filter(([, value]) => value !== undefined),
  );
}

/** The input of a new note: what was filled in. */
export function writeInputOf(draft: NoteDraft): WriteNoteInput {
  return {
    ...inputOf(draft, differing(draft, emptyNote)),
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    themeCodes: [...draft.themeCodes],
    confidentiality: draft.confidentiality,
  };
}

/** What both hands changed, each to something else. */
export const clashing = (mine: NoteDraft, base: NoteDraft, theirs: NoteDraft): NoteField[] =>
  differing(mine, base).filter((field) => !same(theirs, base, field) && !same(theirs, mine, field));

/** My changes laid over theirs; of what both changed, mine unless theirs was chosen. */
export function merged(
  mine: NoteDraft,
  base: NoteDraft,
  theirs: NoteDraft,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): NoteDraft {
  const kept = differing(mine, base).filter((field) => choices[field] !== 'theirs');
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}

/** The fields that must be filled before sending. */
export type RequiredNoteField = 'title' | 'summary' | 'themeCodes';

/** Which of them are still missing or too short. */
export function missing({ title, summary, themeCodes }: NoteDraft): RequiredNoteField[] {
  const wanting: RequiredNoteField[] = [];
  if (title.trim().length < noteLimits.titleMin) wanting.push('title');
  if (summary.trim() === '') wanting.push('summary');
  if (themeCodes.length === 0 || themeCodes.length > noteLimits.themesMax) wanting.push('themeCodes');
  return wanting;
}
