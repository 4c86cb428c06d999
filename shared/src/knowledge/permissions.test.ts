import { describe, expect, test } from 'vitest';
import { mayWithNote, mayWriteNote, type NoteFacts, noteVerbs } from './permissions.ts';

const reader: NoteFacts = { isAuthor: false, isEditor: false, isValidator: false, archived: false };
const allowed = (facts: NoteFacts) => noteVerbs.filter((verb) => mayWithNote(verb, facts).allowed);

describe('mayWithNote', () => {
  test('a reader reads', () => {
    expect(allowed(reader)).toEqual([]);
    expect(mayWithNote('EDIT', reader)).toEqual({ allowed: false, reason: 'AUTHOR_OR_EDITOR_ONLY' });
    expect(mayWithNote('VALIDATE', reader)).toEqual({ allowed: false, reason: 'VALIDATOR_ONLY' });
  });
  test('the author and a knowledge editor edit and archive', () => {
    expect(allowed({ ...reader, isAuthor: true })).toEqual(['EDIT', 'ARCHIVE']);
    expect(allowed({ ...reader, isEditor: true })).toEqual(['EDIT', 'ARCHIVE']);
  });
  test('a validator vouches for the text of another, never for their own', () => {
    expect(allowed({ ...reader, isValidator: true })).toEqual(['VALIDATE']);
    expect(allowed({ ...reader, isValidator: true, isAuthor: true })).toEqual(['EDIT', 'ARCHIVE']);
  });
  test('an archived note is left alone, and the reason says so', () => {
    for (const verb of noteVerbs) {
      expect(mayWithNote(verb, { isAuthor: true, isEditor: true, isValidator: true, archived: true })).toEqual({
        allowed: false,
        reason: 'NOTE_ARCHIVED',
      });
    }
  });
});

describe('mayWriteNote', () => {
  test('a role or a seat is enough, with neither one reads', () => {
    expect(mayWriteNote({ hasRole: true, hasSeat: false }).allowed).toBe(true);
    expect(mayWriteNote({ hasRole: false, hasSeat: true }).allowed).toBe(true);
    expect(mayWriteNote({ hasRole: false, hasSeat: false })).toEqual({ allowed: false, reason: 'NO_ROLE' });
  });
});
