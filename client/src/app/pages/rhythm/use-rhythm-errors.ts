import { useLingui } from '@lingui/react/macro';
import { wallTimeFrom } from '@versnellingstafel/shared/dates/wall-time';
import { useState } from 'react';
import { problemAt, type Problem } from '../../../features/commands/problem.ts';
import type { RhythmDraft, RhythmField } from './rhythm-draft.ts';

/** The id of a field in the page, for the summary. */
export const fieldId = (field: RhythmField): string => `rhythm-${field}`;

interface RhythmErrors {
  error: (field: RhythmField) => string | undefined;
  summary: readonly { fieldId: string; text: string }[];
  /** Says what is wrong. @returns whether it can be sent. */
  check: () => boolean;
  /** Typing goes on: nothing is said until it is sent again. */
  reset: () => void;
}

const fields: readonly RhythmField[] = [
  'week',
  'weekday',
  'starts',
  'ends',
  'location',
  'submitDaysBefore',
  'papersDaysBefore',
  'minutesDaysAfter',
  'feedbackWorkingDays',
  'monthsWithout',
  'monthsAhead',
  'keepFilled',
];

/** What is wrong with a rhythm: what one can see here at once, and what the server says. */
export function useRhythmErrors(draft: RhythmDraft, problems: readonly Problem[]): RhythmErrors {
  const { t } = useLingui();
  const [told, setTold] = useState(false);
  const starts = wallTimeFrom(draft.starts);
  const ends = wallTimeFrom(draft.ends);
  const noTime = t`Schrijf een tijd, bijvoorbeeld 13:30.`;
  const here: Partial<Record<RhythmField, string>> = {
    ...(draft.week !== null && draft.weekday === null && { weekday: t`Kies een dag van de week.` }),
    ...(starts === null && { starts: noTime }),
    ...(ends === null && { ends: noTime }),
    ...(starts !== null && ends !== null && ends <= starts && { ends: t`Kies een einde na het begin.` }),
    ...(draft.week !== null && draft.location.trim() === '' && { location: t`Schrijf waar de tafel bij elkaar komt.` }),
  };
  const error = (field: RhythmField): string | undefined =>
    (told ? here[field] : undefined) ?? problemAt(problems, field);
  const general = problems.filter(({ path }) => !fields.some((field) => field === path.at(-1)));
  return {
    error,
    summary: [
      ...general.map(({ message }) => ({ fieldId: fieldId('week'), text: message })),
      ...fields.flatMap((field) => {
        const text = error(field);
        return text ? [{ fieldId: fieldId(field), text }] : [];
      }),
    ],
    check() {
      setTold(true);
      return Object.keys(here).length === 0;
    },
    reset: () => setTold(false),
  };
}
