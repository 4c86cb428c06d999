import { expect, test } from 'vitest';
import { type CommentVerb, commentVerbs, liesOtherwise, mayOnSaid, type SaidFacts } from './permissions.ts';

const nobody: SaidFacts = { isTheirs: false, isSecretary: false, removed: false };
const answers = (facts: Partial<SaidFacts>): Record<CommentVerb, string> =>
  Object.fromEntries(
    commentVerbs.map((verb) => {
      const decision = mayOnSaid(verb, { ...nobody, ...facts });
      return [verb, decision.allowed ? 'yes' : decision.reason];
    }),
  ) as Record<CommentVerb, string>;

test('who wrote it changes it, takes it away and puts it back', () => {
  expect(answers({ isTheirs: true })).toEqual({ EDIT: 'yes', REMOVE: 'yes', RESTORE: 'NOT_REMOVED' });
  expect(answers({ isTheirs: true, removed: true })).toEqual({ EDIT: 'REMOVED', REMOVE: 'REMOVED', RESTORE: 'yes' });
});

test('the secretary takes away what does not belong there, and never puts words in a mouth', () => {
  expect(answers({ isSecretary: true })).toEqual({ EDIT: 'AUTHOR_ONLY', REMOVE: 'yes', RESTORE: 'NOT_REMOVED' });
  expect(answers({ isSecretary: true, removed: true })).toMatchObject({ RESTORE: 'yes' });
});

test('nobody else does anything with it', () => {
  expect(answers({})).toEqual({
    EDIT: 'AUTHOR_ONLY',
    REMOVE: 'AUTHOR_OR_SECRETARY_ONLY',
    RESTORE: 'AUTHOR_OR_SECRETARY_ONLY',
  });
  expect([liesOtherwise('REMOVED'), liesOtherwise('AUTHOR_ONLY')]).toEqual([true, false]);
});
