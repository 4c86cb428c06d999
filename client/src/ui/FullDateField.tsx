import type { ReactElement } from 'react';
import { DateField as AriaDateField } from 'react-aria-components/DateField';
import { Group } from 'react-aria-components/Group';
import { FieldFrame, useFieldIds } from './Field.tsx';
import { segments, useDateProps } from './date-props.tsx';
import type { DateFieldProps } from './date-field-props.ts';

/** A day, typed in parts (dd-mm-jjjj); arrow up and down step a part. */
export function FullDateField(props: DateFieldProps): ReactElement {
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids} group>
      <AriaDateField {...useDateProps(props, ids)}>
        <Group className="input input-group">{segments}</Group>
      </AriaDateField>
    </FieldFrame>
  );
}
