import { describe, expect, test } from 'vitest';
import { emptyNote } from './note-draft.ts';
import {
  begunWith,
  noteTemplates,
  templateFields,
  textsOf,
  typedFields,
  undone,
  withoutTemplate,
} from './note-templates.ts';

const one = { applies: 'Als …', body: 'Kop\n…' };
const two = { body: 'Andere kop\n…', caveat: 'Let op …' };
const all = [one, two];

describe('a note that begins with a template', () => {
  test('has its texts in the empty fields, and leaves the rest', () => {
    expect(begunWith({ ...emptyNote, title: 'Mijn titel' }, one, all)).toEqual({
      ...emptyNote,
      title: 'Mijn titel',
      ...one,
    });
  });
  test('changes template without a trace of the first, as long as nothing was typed', () => {
    const draft = begunWith(emptyNote, one, all);
    expect(typedFields(draft, two, all)).toEqual([]);
    expect(begunWith(draft, two, all)).toEqual({ ...emptyNote, ...two });
    expect(begunWith(draft, {}, all)).toEqual(emptyNote);
  });
  test('keeps what was typed, and names where that is', () => {
    const draft = { ...begunWith(emptyNote, one, all), body: 'Kop\nMijn tekst', steps: 'Bel.' };
    expect(typedFields(draft, two, all)).toEqual(['body']);
    expect(begunWith(draft, two, all)).toEqual({
      ...emptyNote,
      body: 'Kop\nMijn tekst',
      steps: 'Bel.',
      caveat: 'Let op …',
    });
  });
  test('replaces what was typed only where it has something to say, and only when asked', () => {
    const draft = { ...emptyNote, body: 'Mijn tekst', steps: 'Bel.' };
    expect(begunWith(draft, two, all, { replaced: true })).toEqual({ ...emptyNote, ...two, steps: 'Bel.' });
  });
  test('is sent without what nobody filled in', () => {
    const draft = { ...begunWith(emptyNote, one, all), body: 'Kop\nMijn tekst' };
    expect(withoutTemplate(draft, all)).toEqual({ ...emptyNote, body: 'Kop\nMijn tekst' });
  });
  test('is taken back without what was typed since', () => {
    const before = { ...emptyNote, body: 'Mijn tekst' };
    const after = begunWith(before, two, all, { replaced: true });
    const typed = { ...after, title: 'Titel', caveat: 'Let op het net.' };
    expect(undone(typed, { before, after })).toEqual({ ...before, title: 'Titel', caveat: 'Let op het net.' });
  });
  test('each template says something in a field of its own', () => {
    for (const template of noteTemplates) {
      const texts = textsOf(template, (message) => message.message ?? message.id);
      expect(Object.keys(texts).length).toBeGreaterThan(1);
      expect(Object.keys(texts).filter((field) => !templateFields.some((known) => known === field))).toEqual([]);
    }
  });
});
