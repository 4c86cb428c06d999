import { useLingui } from '@lingui/react/macro';
import { monthName, weekdayName } from '../../../features/tables/calendar-names.ts';
import { weekLabels } from '../../../features/tables/rhythm-words.ts';
import { toLocaleCode } from '../../../lib/i18n.ts';
import type { RhythmDraft, RhythmField } from './rhythm-draft.ts';

interface RhythmLabels {
  label: (field: RhythmField) => string;
  /** The value of a field as people read it. */
  words: (draft: RhythmDraft, field: RhythmField) => string;
}

/** What the parts of a rhythm are called, and how their values read. */
export function useRhythmLabels(): RhythmLabels {
  const { t, i18n } = useLingui();
  const locale = toLocaleCode(i18n.locale);
  const labels: Record<RhythmField, string> = {
    week: t`Week van de maand`,
    weekday: t`Dag`,
    starts: t`Begint`,
    ends: t`Eindigt`,
    location: t`Plaats`,
    submitDaysBefore: t`Indienen, dagen ervoor`,
    papersDaysBefore: t`Stukken, dagen ervoor`,
    minutesDaysAfter: t`Verslag, dagen erna`,
    feedbackWorkingDays: t`Terugkoppeling, werkdagen erna`,
    monthsWithout: t`Maanden zonder vergadering`,
    monthsAhead: t`Zoveel maanden vooruit`,
    keepFilled: t`Maak nieuwe vergaderingen vanzelf`,
  };
  return {
    label: (field) => labels[field],
    words(draft, field) {
      const value = draft[field];
      if (field === 'week') {
        const week = weekLabels[draft.week ?? 0];
        return week ? i18n._(week) : t`Geen vaste dag`;
      }
      if (field === 'weekday') return draft.weekday === null ? '' : weekdayName(draft.weekday, locale);
      if (field === 'monthsWithout') return draft.monthsWithout.map((month) => monthName(month, locale)).join(', ');
      if (typeof value === 'boolean') return value ? t`Ja` : t`Nee`;
      return String(value);
    },
  };
}
