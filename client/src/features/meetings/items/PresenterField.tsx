import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import type { ItemText } from '../item-text.ts';

interface PresenterFieldProps {
  presenter: ItemText['presenter'];
  presenterText: string;
  onChange: (change: Pick<ItemText, 'presenter' | 'presenterText'>) => void;
  error: string | undefined;
}

/** Who presents an item: somebody with an account, or a name or role in words. */
export function PresenterField({ presenter, presenterText, onChange, error }: PresenterFieldProps): ReactElement {
  const { t } = useLingui();
  const [inWords, setInWords] = useState(presenter === null);
  return (
    <>
      <ChoiceGroup
        label={t`Wie licht toe`}
        value={inWords ? 'words' : 'person'}
        onChange={(id) => setInWords(id === 'words')}
        options={[
          { id: 'words', label: t`Een naam of een rol` },
          { id: 'person', label: t`Iemand met een account` },
        ]}
      />
      {inWords ? (
        <TextField
          label={t`Naam of rol`}
          required={false}
          maxLength={agendaLimits.titleMax}
          value={presenterText}
          onChange={(words) => onChange({ presenter: null, presenterText: words })}
          {...(error && { error })}
        />
      ) : (
        <PersonPicker
          label={t`Persoon`}
          hint={t`Zoek op naam of organisatie.`}
          required={false}
          value={presenter}
          onChange={(person) => onChange({ presenter: person, presenterText: '' })}
          {...(error && { error })}
        />
      )}
    </>
  );
}
