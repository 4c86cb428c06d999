import { useLingui } from '@lingui/react/macro';
import { agendaPurposes } from '@versnellingstafel/shared/meetings/agenda';
import { useFormat } from '../../lib/format.ts';
import { purposeLabels } from './agenda-words.ts';
import type { ItemField, ItemTextLabels } from './item-text.ts';

/** The fields of an agenda item in the reader's language. */
export function useItemTextLabels(): ItemTextLabels {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const labels: Readonly<Record<ItemField, string>> = {
    title: t`Titel`,
    purpose: t`Doel`,
    minutes: t`Minuten`,
    presenter: t`Wie licht toe`,
    presenterText: t`Wie licht toe, in woorden`,
    proposedDecision: t`Voorgesteld besluit`,
    closedPart: t`Besloten deel`,
    subjects: t`Gaat over`,
    annotation: t`Jouw aantekening`,
  };
  return {
    label: (field) => labels[field],
    words: (field, value) => {
      if (typeof value === 'boolean') return value ? t`ja` : t`nee`;
      if (value === null) return t`niemand`;
      if (typeof value === 'object') {
        if ('id' in value) return value.name;
        return value.map(({ kind, name }) => (kind === 'Meeting' ? date(name) : name)).join('\n');
      }
      const purpose = field === 'purpose' ? agendaPurposes.find((one) => one === value) : undefined;
      return purpose ? i18n._(purposeLabels[purpose]) : String(value);
    },
  };
}
