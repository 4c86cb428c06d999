import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';

/** The five short texts of a memo. */
export const memoFields = ['question', 'situation', 'tried', 'consequence', 'proposal'] as const;
export type MemoField = (typeof memoFields)[number];
/** What is typed: an empty day is no day. */
export type MemoWords = Record<MemoField | 'decisionBy', string>;

/** The question of each field, and how many letters fit on the page. */
export const memoWords: Readonly<Record<MemoField, { label: MessageDescriptor; max: number; rows: number }>> = {
  question: { label: msg`Wat vraag je?`, max: escalationLimits.questionMax, rows: 2 },
  situation: { label: msg`Wat speelt er?`, max: escalationLimits.situationMax, rows: 4 },
  tried: { label: msg`Wat is al geprobeerd?`, max: escalationLimits.triedMax, rows: 3 },
  consequence: { label: msg`Wat gebeurt er zonder besluit?`, max: escalationLimits.consequenceMax, rows: 2 },
  proposal: { label: msg`Wat stel je voor?`, max: escalationLimits.proposalMax, rows: 3 },
};

interface Memo extends Record<MemoField, string> {
  decisionBy?: string | null;
}

/** A memo as it is typed in. */
export function wordsOf(memo: Memo): MemoWords {
  const { question, situation, tried, consequence, proposal, decisionBy } = memo;
  return { question, situation, tried, consequence, proposal, decisionBy: decisionBy ?? '' };
}

/** What differs, as the server takes it: what is left out stays as it was. */
export function memoChanges(mine: MemoWords, before: MemoWords): Partial<Record<keyof MemoWords, string | null>> {
  const changed = (Object.keys(mine) as (keyof MemoWords)[]).filter(
    (field) => mine[field].trim() !== before[field].trim(),
  );
  return Object.fromEntries(
    changed.map((field) => [field, mine[field].trim() || (field === 'decisionBy' ? null : '')]),
  );
}

/** As much of a text as fits in its field. */
export function fitted(text: string, field: MemoField): string {
  const { max } = memoWords[field];
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}
