import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { ClashField } from './agenda-change.ts';
import type { AgendaItem } from './agenda-documents.ts';

/** What chair and secretary write on an item. */
export interface ItemText {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterText: string;
  proposedDecision: string;
  closedPart: boolean;
}

export type ItemField = keyof ItemText;

/** What stands on an item now. */
export function textOf(item: AgendaItem): ItemText {
  const { title, purpose, minutes, presenterText, proposedDecision, closedPart } = item;
  return { title, purpose, minutes, presenterText: presenterText ?? '', proposedDecision, closedPart };
}

const trimmed = (value: ItemText[ItemField]): ItemText[ItemField] => (typeof value === 'string' ? value.trim() : value);

/** The fields that differ from what stood there when the writing began. */
export function textChanges(base: AgendaItem, text: ItemText): Partial<ItemText> {
  const before = textOf(base);
  return Object.fromEntries(
    (Object.keys(text) as ItemField[]).flatMap((field) =>
      trimmed(text[field]) === before[field] ? [] : [[field, trimmed(text[field])]],
    ),
  );
}

/** What to call each field and how to say its value. */
export interface ItemTextLabels {
  label: (field: ItemField) => string;
  words: (field: ItemField, value: ItemText[ItemField]) => string;
}

/** The fields that both hands changed, each to something else. */
export function clashingText(
  base: AgendaItem,
  mine: Partial<ItemText>,
  theirs: AgendaItem,
  { label, words }: ItemTextLabels,
): ClashField[] {
  const before = textOf(base);
  const now = textOf(theirs);
  return (Object.keys(mine) as ItemField[]).flatMap((field) => {
    const value = mine[field];
    if (value === undefined || now[field] === before[field] || now[field] === value) return [];
    return [{ id: field, label: label(field), mine: words(field, value), theirs: words(field, now[field]) }];
  });
}
