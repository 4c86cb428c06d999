import type { ImportField } from '../../../generated/graphql.ts';

/** What each column is, by its place in the sheet; null: it is left out. */
export type ColumnChoices = ReadonlyMap<number, ImportField | null>;

interface SeenColumn {
  index: number;
  field: ImportField | null | undefined;
  suggested: ImportField | null | undefined;
}

/** What stands chosen when the columns are first seen: what was chosen before, else what the header suggests. */
export function firstChoices(columns: readonly SeenColumn[]): ColumnChoices {
  const taken = new Set<ImportField>();
  return new Map(
    columns.map(({ index, field, suggested }) => {
      const wanted = field ?? suggested ?? null;
      // Two headers may suggest the same field; the second is left to the person.
      if (wanted === null || (!field && taken.has(wanted))) return [index, null];
      taken.add(wanted);
      return [index, wanted];
    }),
  );
}

/** The fields that more than one column is mapped to. */
export function chosenTwice(choices: ColumnChoices): ReadonlySet<ImportField> {
  const once = new Set<ImportField>();
  const twice = new Set<ImportField>();
  for (const field of choices.values()) {
    if (field === null) continue;
    if (once.has(field)) twice.add(field);
    once.add(field);
  }
  return twice;
}

const sayWhichProject: readonly ImportField[] = ['PROJECT', 'PLAN_NUMBER', 'NUMBER'];

/** What no column is while some must be: the title, and one of those that say which project it is. */
export function missingFields(choices: ColumnChoices): readonly ('TITLE' | 'PROJECT')[] {
  const chosen = new Set(choices.values());
  const missing: ('TITLE' | 'PROJECT')[] = [];
  if (!chosen.has('TITLE')) missing.push('TITLE');
  if (!sayWhichProject.some((field) => chosen.has(field))) missing.push('PROJECT');
  return missing;
}
