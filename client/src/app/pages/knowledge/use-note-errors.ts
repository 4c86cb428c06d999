import { useLingui } from '@lingui/react/macro';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { useState } from 'react';
import type { Problem } from '../../../features/commands/problem.ts';
import {
  missing,
  type NoteDraft,
  type NoteField,
  type RequiredNoteField,
} from '../../../features/knowledge/note-draft.ts';
import { noteFieldId } from '../../../features/knowledge/NoteFields.tsx';

interface NoteErrors {
  error: (field: NoteField) => string | undefined;
  /** For the summary above the form. */
  summary: { fieldId: string; text: string }[];
  /** Looks at the draft before it is sent. @returns whether it may go */
  check: () => boolean;
}

/** What is wrong with a note: at once what is missing, afterwards what the server said. */
export function useNoteErrors(draft: NoteDraft, problems: readonly Problem[]): NoteErrors {
  const { t } = useLingui();
  const [told, setTold] = useState(false);
  const wanting = told ? missing(draft) : [];
  const sentences: Readonly<Record<RequiredNoteField, string>> = {
    title: t`Geef de notitie een titel van minstens ${noteLimits.titleMin} tekens.`,
    summary: t`Schrijf in een paar zinnen wat de volgende moet weten.`,
    themeCodes: t`Kies een tot vijf thema’s.`,
  };
  const fieldOf = ({ path }: Problem): NoteField | undefined => path.find((part): part is NoteField => part in draft);
  return {
    error: (field) =>
      problems.find((problem) => fieldOf(problem) === field)?.message ??
      wanting.filter((one) => one === field).map((one) => sentences[one])[0],
    summary: [
      ...wanting.map((field) => ({ fieldId: noteFieldId(field), text: sentences[field] })),
      ...problems.map((problem) => ({ fieldId: noteFieldId(fieldOf(problem) ?? 'title'), text: problem.message })),
    ],
    check: () => {
      setTold(true);
      return missing(draft).length === 0;
    },
  };
}
