import { useLingui } from '@lingui/react/macro';
import { agendaLimits, agendaPurposes } from '@versnellingstafel/shared/meetings/agenda';
import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { purposeLabels } from './agenda-words.ts';
import type { ItemField, ItemText } from './item-text.ts';

interface ItemFieldsProps {
  text: ItemText;
  onChange: (change: Partial<ItemText>) => void;
  error: (field: ItemField) => string | undefined;
}

/** The fields of an agenda item; the title is what the form around it begins with. */
export function ItemFields({ text, onChange, error }: ItemFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const minutesError = error('minutes');
  const presenterError = error('presenterText');
  const decisionError = error('proposedDecision');
  return (
    <>
      <Select
        label={t`Doel`}
        value={text.purpose}
        options={agendaPurposes.map((id) => ({ id, label: i18n._(purposeLabels[id]) }))}
        onChange={(id) => onChange({ purpose: agendaPurposes.find((one) => one === id) ?? text.purpose })}
      />
      <NumberField
        label={t`Minuten`}
        value={text.minutes}
        min={agendaLimits.minutesMin}
        max={agendaLimits.minutesMax}
        step={1}
        unit={t`min`}
        onChange={(minutes) => onChange({ minutes: minutes ?? agendaLimits.minutesMin })}
        {...(minutesError && { error: minutesError })}
      />
      <TextField
        label={t`Wie licht toe`}
        hint={t`Een naam of een rol.`}
        required={false}
        maxLength={agendaLimits.titleMax}
        value={text.presenterText}
        onChange={(presenterText) => onChange({ presenterText })}
        {...(presenterError && { error: presenterError })}
      />
      {text.purpose === 'DECIDE' && (
        <TextArea
          label={t`Voorgesteld besluit`}
          hint={t`De zin die de tafel kan overnemen.`}
          required={false}
          rows={2}
          maxLength={agendaLimits.textMax}
          value={text.proposedDecision}
          onChange={(proposedDecision) => onChange({ proposedDecision })}
          {...(decisionError && { error: decisionError })}
        />
      )}
      <Checkbox
        label={t`Besloten deel`}
        hint={t`Alleen leden van overheden zien waar het over gaat.`}
        checked={text.closedPart}
        onChange={(closedPart) => onChange({ closedPart })}
      />
    </>
  );
}
