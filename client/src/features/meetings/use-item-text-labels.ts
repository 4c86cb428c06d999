import { useLingui } from '@lingui/react/macro';
import { agendaPurposes } from '@versnellingstafel/shared/meetings/agenda';
import { purposeLabels } from './agenda-words.ts';
import type { ItemField, ItemTextLabels } from './item-text.ts';

/** The fields of an agenda item in the reader's language. */
export function useItemTextLabels(): ItemTextLabels {
  const { t, i18n } = useLingui();
  const labels: Readonly<Record<ItemField, string>> = {
    title: t`Titel`,
    purpose: t`Doel`,
    minutes: t`Minuten`,
    presenterText: t`Wie licht toe`,
    proposedDecision: t`Voorgesteld besluit`,
    closedPart: t`Besloten deel`,
  };
  return {
    label: (field) => labels[field],
    words: (field, value) => {
      if (typeof value === 'boolean') return value ? t`ja` : t`nee`;
      const purpose = field === 'purpose' ? agendaPurposes.find((one) => one === value) : undefined;
      return purpose ? i18n._(purposeLabels[purpose]) : String(value);
    },
  };
}
