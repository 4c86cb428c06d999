import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { EditAgendaItemInput } from '../../generated/graphql.ts';
import type { ClashField } from './agenda-change.ts';
import type { AgendaItem } from './agenda-documents.ts';
import { subjectsOf, type ChosenSubject } from './items/chosen-subject.ts';

/** What chair and secretary write on an item. */
export interface ItemText {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  /** Somebody with an account; else the words. */
  presenter: { id: string; name: string } | null;
  presenterText: string;
  proposedDecision: string;
  closedPart: boolean;
  subjects: readonly ChosenSubject[];
  /** For the chair alone; null for everybody else. */
  annotation: string | null;
}

export type ItemField = keyof ItemText;

/** What stands on an item now. @param annotation what the chair noted with it, where the viewer is the chair */
export function textOf(item: AgendaItem, annotation: string | null = null): ItemText {
  const { title, purpose, minutes, presenter, presenterText, proposedDecision, closedPart } = item;
  return {
    title,
    purpose,
    minutes,
    presenter: presenter && { id: presenter.id, name: presenter.name },
    presenterText: presenterText ?? '',
    proposedDecision,
    closedPart,
    subjects: subjectsOf(item),
    annotation,
  };
}

/** A value as two of them are compared: without white space around, and a choice by what was chosen. */
function comparable(value: ItemText[ItemField]): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value).trim();
  return 'id' in value ? value.id : value.map(({ id }) => id).join();
}

/** The fields that differ from what stood there when the writing began. */
export function textChanges(before: ItemText, text: ItemText): Partial<ItemText> {
  return Object.fromEntries(
    (Object.keys(text) as ItemField[]).flatMap((field) => {
      const value = text[field];
      if (comparable(value) === comparable(before[field])) return [];
      return [[field, typeof value === 'string' ? value.trim() : value]];
    }),
  );
}

/** Changes as the server takes them. */
export function inputOf({ presenter, subjects, ...words }: Partial<ItemText>): Partial<EditAgendaItemInput> {
  return {
    ...words,
    ...(presenter !== undefined && { presenterId: presenter?.id ?? null }),
    ...(subjects && { subjectIds: subjects.map(({ id }) => id) }),
  };
}

/** What to call each field and how to say its value. */
export interface ItemTextLabels {
  label: (field: ItemField) => string;
  words: (field: ItemField, value: ItemText[ItemField]) => string;
}

/** The fields that both hands changed, each to something else. */
export function clashingText(
  before: ItemText,
  mine: Partial<ItemText>,
  theirs: AgendaItem,
  { label, words }: ItemTextLabels,
): ClashField[] {
  // One chair writes the annotation: there it cannot clash.
  const now = textOf(theirs, before.annotation);
  return (Object.keys(mine) as ItemField[]).flatMap((field) => {
    const value = mine[field];
    if (value === undefined || [before[field], value].some((one) => comparable(now[field]) === comparable(one)))
      return [];
    return [{ id: field, label: label(field), mine: words(field, value), theirs: words(field, now[field]) }];
  });
}
