import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Group, Input, NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldFrame, useFieldIds } from './Field.tsx';
import type { NumberFieldProps } from './number-field-props.ts';

/** A whole number, typed as one writes it (2.289); arrow up and down step it. */
export function FullNumberField(props: NumberFieldProps): ReactElement {
  const { value, onChange, min, max, step, unit, name, error, required = true } = props;
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids}>
      <AriaNumberField
        id={ids.id}
        aria-labelledby={ids.labelId}
        {...(ids.describedBy && { 'aria-describedby': ids.describedBy })}
        {...(name && { name })}
        {...(min !== undefined && { minValue: min })}
        {...(max !== undefined && { maxValue: max })}
        {...(step !== undefined && { step })}
        value={value ?? Number.NaN}
        isInvalid={Boolean(error)}
        isRequired={required}
        validationBehavior="aria"
        onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      >
        <Group className="input input-group">
          <Input />
          {unit && (
            <span className="sub unit" aria-hidden="true">
              {unit}
            </span>
          )}
        </Group>
      </AriaNumberField>
      {unit && (
        <span className="vh">
          <Trans>in {unit}</Trans>
        </span>
      )}
    </FieldFrame>
  );
}
