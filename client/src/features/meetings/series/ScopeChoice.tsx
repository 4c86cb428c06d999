import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { SeriesScope } from '../../../generated/graphql.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';

interface ScopeChoiceProps {
  label: string;
  /** What happens to the later ones. */
  note: string;
  later: number;
  value: SeriesScope;
  onChange: (scope: SeriesScope) => void;
  error?: string | undefined;
}

/** This meeting alone, or the later ones of its series too; not asked when there are none. */
export function ScopeChoice({ label, note, later, value, onChange, error }: ScopeChoiceProps): ReactElement | null {
  const { t } = useLingui();
  if (later === 0) return null;
  return (
    <ChoiceGroup
      label={label}
      value={value}
      onChange={(id) => onChange(id === 'FROM_HERE' ? 'FROM_HERE' : 'ONE')}
      options={[
        { id: 'ONE', label: t`Alleen deze vergadering` },
        {
          id: 'FROM_HERE',
          label: t`Deze en alle latere van de reeks`,
          note: (
            <>
              <Plural value={later} one="Dat is er nog #." other="Dat zijn er nog #." /> {note}
            </>
          ),
        },
      ]}
      {...(error && { error })}
    />
  );
}
