import { brokenEcli } from '@versnellingstafel/shared/knowledge/legal-reference';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { WriteNote } from '../../knowledge/knowledge.module.ts';

/** What is known of a case when a note is drafted from it; empty where there is nothing, or where the drafter does not read it. */
export interface CaseWords {
  readonly title: string;
  readonly description: string;
  readonly triedSoFar: string;
  readonly resolution: string;
  /** What a table decided about it. */
  readonly decision: string;
  /** Sources of the notes that were used on it. */
  readonly legalReferences: readonly string[];
}

const caseNumber = /\bKP-\d{4}-\d+\b/gi;

/**
 * A note as it begins: the lesson as its summary, and for the rest what the case tells, in the fields where a reader looks for it. Whoever
 * drafts it goes on from there. Notes are in Dutch, like the cases they come from.
 */
export function noteWords(words: CaseWords, lesson: string): Omit<WriteNote, 'themeCodes'> {
  const { description, triedSoFar, resolution, decision } = words;
  return {
    title: titleOf(words.title),
    summary: lesson,
    applies: within(firstSentence(description)),
    steps: within(asLines(resolution || decision)),
    body: within(
      [
        part('Wat speelde er', description),
        part('Wat al was geprobeerd', triedSoFar),
        part('Wat besloten is', decision),
        part('Wat werkte', resolution),
      ]
        .filter((each) => each !== '')
        .join('\n\n'),
    ),
    legalReferences: words.legalReferences
      .filter((reference) => brokenEcli(reference) === null)
      .slice(0, noteLimits.legalReferencesMax),
  };
}

/** The title of a case without its number: that means nothing to who was not there. */
function titleOf(title: string): string {
  const bare = title
    .replace(caseNumber, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s:,.;–-]+|[\s:,;–-]+$/g, '');
  return bare.length < noteLimits.titleMin ? `Uit de praktijk: ${bare}`.replace(/: $/, '') : bare;
}

const part = (heading: string, text: string): string => (text === '' ? '' : `${heading}\n\n${text}`);
const within = (text: string): string => text.slice(0, noteLimits.textMax);

function firstSentence(text: string): string {
  return (/^[^\n]*?[.!?](?=\s|$)/.exec(text) ?? /^[^\n]*/.exec(text))?.[0].trim() ?? '';
}

/** A step a line: lines as they are written, or else sentences. */
function asLines(text: string): string {
  return text.includes('\n') ? text : text.replaceAll(/([.!?])\s+(?=\p{Lu})/gu, '$1\n');
}
