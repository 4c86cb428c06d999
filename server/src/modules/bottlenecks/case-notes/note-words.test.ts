import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { describe, expect, test } from 'vitest';
import { type CaseWords, noteWords } from './note-words.ts';

const words: CaseWords = {
  title: 'Geen stroom voor het eerste blok',
  description: 'Het net is vol. De netbeheerder levert pas in 2029.',
  triedSoFar: 'Een brief gestuurd.',
  resolution: 'Vraag een tijdelijke aansluiting. Leg daarna de kabel.',
  decision: '',
  legalReferences: ['Energiewet'],
};

describe('a note that is drafted from a case', () => {
  test('has the lesson as summary, and what the case tells where a reader looks for it', () => {
    expect(noteWords(words, 'Vraag het vroeg.')).toEqual({
      title: 'Geen stroom voor het eerste blok',
      summary: 'Vraag het vroeg.',
      applies: 'Het net is vol.',
      steps: 'Vraag een tijdelijke aansluiting.\nLeg daarna de kabel.',
      body: 'Wat speelde er\n\nHet net is vol. De netbeheerder levert pas in 2029.\n\nWat al was geprobeerd\n\nEen brief gestuurd.\n\nWat werkte\n\nVraag een tijdelijke aansluiting. Leg daarna de kabel.',
      legalReferences: ['Energiewet'],
    });
  });
  test.each([
    ['KP-2026-013: geen stroom', 'geen stroom'],
    ['Geen stroom (zie KP-2026-013)', 'Geen stroom (zie )'],
    ['Stroom na KP-2026-013 en kp-2025-2', 'Stroom na en'],
    ['KP-2026-013 kort', 'Uit de praktijk: kort'],
    ['KP-2026-013', 'Uit de praktijk'],
  ])('leaves the number out of the title: %s', (title, bare) => {
    expect(noteWords({ ...words, title }, 'x').title).toBe(bare);
  });
  test('says nothing where nothing is known, and tells what was decided', () => {
    const bare = { ...words, description: '', triedSoFar: '', resolution: '', decision: 'Instemmen.' };
    expect(noteWords(bare, 'x')).toMatchObject({
      applies: '',
      steps: 'Instemmen.',
      body: 'Wat besloten is\n\nInstemmen.',
    });
  });
  test('stays within the sizes of a note, and leaves out a source that cannot be one', () => {
    const long = 'a '.repeat(5_000);
    const legalReferences = ['ECLI:NL:RVS:24:1', ...Array.from({ length: 50 }, (_, index) => `Wet ${index}`)];
    const note = noteWords({ ...words, description: long, triedSoFar: long, resolution: long, legalReferences }, 'x');
    expect(note.body?.length).toBe(noteLimits.textMax);
    expect(note.legalReferences).toHaveLength(noteLimits.legalReferencesMax);
    expect(note.legalReferences?.[0]).toBe('Wet 0');
  });
});
