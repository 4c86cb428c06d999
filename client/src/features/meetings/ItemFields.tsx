import { useLingui } from '@lingui/react/macro';
import { agendaLimits, agendaPurposes } from '@versnellingstafel/shared/meetings/agenda';
import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { purposeLabels } from './agenda-words.ts';
import type { ItemField, ItemText } from './item-text.ts';
import { PresenterField } from './items/PresenterField.tsx';

interface ItemFieldsProps {
  text: ItemText;
  onChange: (change: Partial<ItemText>) => void;
  error: (field: string) => string | undefined;
}

/** The fields of an agenda item, behind the title and what it is about, which the form around it begins with. */
export function ItemFields({ text, onChange, error }: ItemFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const errorOf = (field: ItemField): { error?: string } => {
    const sentence = error(field);
    return sentence ? { error: sentence } : {};
  };
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
        {...errorOf('minutes')}
      />
      <PresenterField
        presenter={text.presenter}
        presenterText={text.presenterText}
        onChange={onChange}
        error={error('presenterId') ?? error('presenterText')}
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
          {...errorOf('proposedDecision')}
        />
      )}
      <Checkbox
        label={t`Besloten deel`}
        hint={t`Alleen leden van overheden zien waar het over gaat.`}
        checked={text.closedPart}
        onChange={(closedPart) => onChange({ closedPart })}
      />
      {text.annotation !== null && (
        <TextArea
          label={t`Jouw aantekening`}
          hint={t`Alleen jij leest dit, als voorzitter. Het komt nergens anders te staan.`}
          required={false}
          rows={2}
          maxLength={agendaLimits.textMax}
          value={text.annotation}
          onChange={(annotation) => onChange({ annotation })}
          {...errorOf('annotation')}
        />
      )}
    </>
  );
}
