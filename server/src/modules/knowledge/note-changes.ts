import type { KnowledgeNote, NoteText } from './knowledge-note.entity.ts';
import type { NoteChange } from './knowledge-stream.ts';
import { longTexts } from './note-text.ts';
import type { NoteTheme } from './note-themes.ts';

const shortFields = [
  'title',
  'summary',
  'tags',
  'legalReferences',
  'validAsOf',
  'reviewBy',
  'confidentiality',
] as const satisfies readonly (keyof NoteText)[];

const inWords = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join(', '));

/**
 * The differences between a note and the text it is to have. Values are told only where the note is public before and
 * after: words that were taken out before a note was opened to all must not be readable on its timeline. Long texts are
 * named without their values.
 */
export function noteChanges(note: KnowledgeNote, text: Partial<NoteText>): NoteChange[] {
  const openToAll = note.confidentiality === 'PUBLIC' && (text.confidentiality ?? note.confidentiality) === 'PUBLIC';
  const changes: NoteChange[] = [];
  for (const field of shortFields) {
    const after = text[field];
    if (after === undefined || inWords(after) === inWords(note[field])) continue;
    const told = openToAll || field === 'confidentiality' || field === 'validAsOf' || field === 'reviewBy';
    changes.push({ field, before: told ? inWords(note[field]) : null, after: told ? inWords(after) : null });
  }
  for (const field of longTexts) {
    if (text[field] !== undefined && text[field] !== note[field]) changes.push({ field, before: null, after: null });
  }
  return changes;
}

/** The difference in themes, by their names; none when they are the same in the same order. */
export function themeChanges(before: readonly NoteTheme[], after: readonly NoteTheme[]): NoteChange[] {
  const names = (themes: readonly NoteTheme[]) => themes.map((theme) => theme.name).join(', ');
  return names(before) === names(after) ? [] : [{ field: 'themeCodes', before: names(before), after: names(after) }];
}
