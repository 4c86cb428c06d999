import type { ReactElement, ReactNode } from 'react';
import { Prose } from '../../ui/Prose.tsx';
import type { MinutesSection } from './minutes-documents.ts';

type Block = MinutesSection['text'][number];

/** Text as it was written, read back: paragraphs, headings, quotes and lists. Nothing in it is markup. */
export function TextBlocks({ blocks }: { blocks: readonly Block[] }): ReactElement {
  const parts: ReactNode[] = [];
  let items: Block[] = [];
  const endList = (key: number): void => {
    const [first] = items;
    if (!first) return;
    // A block has no identity beyond its place in the text.
    const entries = items.map(({ text }, index) => <li key={index}>{text}</li>);
    parts.push(first.kind === 'NUMBERED' ? <ol key={key}>{entries}</ol> : <ul key={key}>{entries}</ul>);
    items = [];
  };
  blocks.forEach((block, index) => {
    const isItem = block.kind === 'BULLET' || block.kind === 'NUMBERED';
    if (!isItem || (items[0] && items[0].kind !== block.kind)) endList(index - 0.5);
    if (isItem) items.push(block);
    else if (block.kind === 'HEADING') parts.push(<h4 key={index}>{block.text}</h4>);
    else if (block.kind === 'QUOTE') parts.push(<blockquote key={index}>{block.text}</blockquote>);
    else parts.push(<p key={index}>{block.text}</p>);
  });
  endList(blocks.length);
  return <Prose>{parts}</Prose>;
}
