import type { ReactElement } from 'react';
import { FieldFrame, useFieldIds, type FieldProps } from './Field.tsx';

/** Label, hint and error of a field whose control is being fetched, at the height that it will have. */
export function FieldOnItsWay({ text = '', ...props }: FieldProps & { text?: string }): ReactElement {
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids}>
      <input className="input" id={ids.id} value={text} readOnly aria-busy="true" aria-describedby={ids.describedBy} />
    </FieldFrame>
  );
}
