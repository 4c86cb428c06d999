import type { DocumentBlock, DocumentFact } from '../../../platform/documents/document-model.ts';
import type { TextBlock } from '../../../platform/collab/text-blocks.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { FrozenOutcome } from '../minutes/frozen-minutes.ts';
import { day } from './document-words.ts';
import type { Frame } from './meeting-document.ts';

/** Was something decided? */
export function isDecision({ kind }: Pick<FrozenOutcome, 'kind'>): boolean {
  return kind === 'DECISION' || kind === 'AMENDED_DECISION';
}

/** What came of an item, each as a word and what it says. */
export async function outcomeFacts(frame: Frame, outcomes: readonly FrozenOutcome[]): Promise<DocumentFact[]> {
  const facts = await Promise.all(outcomes.map((outcome) => outcomeFact(frame, outcome)));
  return facts.filter(({ text }) => text !== '');
}

async function outcomeFact({ context, words }: Frame, outcome: FrozenOutcome): Promise<DocumentFact> {
  const { kind, number, text, action } = outcome;
  if (isDecision(outcome)) {
    const word = kind === 'DECISION' ? words.decision : words.amendedDecision;
    const was = kind === 'AMENDED_DECISION' && outcome.proposedText !== '' ? outcome.proposedText : '';
    return { term: named(word, number), text: was === '' ? text : `${text}\n${words.proposedWas}: ${was}` };
  }
  if (kind === 'ACTION' && action) {
    const due = `${words.by.toLowerCase()} ${day(context.locale, action.dueOn)}`;
    return { term: named(words.action, action.number), text: `${action.what} (${action.owner.name}, ${due})` };
  }
  if (kind === 'INFORMED') return { term: words.informed, text: text === '' ? '–' : text };
  if (kind === 'NOTE')
    return { term: words.note, text: (await nameOf(context, 'KnowledgeNote', outcome.noteId)) || text };
  return {
    term: named(words.bottleneck, await numberOf(context, outcome.bottleneckId)),
    text: text === '' ? '–' : text,
  };
}

function named(word: string, number: string | null): string {
  return number === null || number === '' ? word : `${word} ${number}`;
}

async function numberOf(context: AppContext, bottleneckId: string | null): Promise<string | null> {
  const found = (await context.node('Bottleneck', bottleneckId)) as { number: string } | null;
  return found?.number ?? null;
}

async function nameOf(context: AppContext, type: string, id: string | null): Promise<string> {
  return ((await context.node(type, id)) as { title: string } | null)?.title ?? '';
}

/** Text that people wrote together, below a heading of level 1. Lines of a list that follow each other are one list. */
export function textBlocks(text: readonly TextBlock[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  for (const { kind, text: words, level } of text) {
    const last = blocks.at(-1);
    const numbered = kind === 'NUMBERED';
    if (kind === 'HEADING') blocks.push({ kind: 'heading', level: level + 1, text: words });
    else if (kind === 'QUOTE') blocks.push({ kind: 'quote', text: words });
    else if (kind === 'PARAGRAPH') blocks.push({ kind: 'paragraph', text: words });
    else if (last?.kind === 'list' && last.numbered === numbered)
      blocks[blocks.length - 1] = { ...last, items: [...last.items, words] };
    else blocks.push({ kind: 'list', numbered, items: [words] });
  }
  return blocks;
}
