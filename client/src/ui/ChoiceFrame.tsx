import type { ReactElement, ReactNode } from 'react';
import type { FieldProps, useFieldIds } from './Field.tsx';
import { WarningIcon } from './toast-icons.ts';

interface ChoiceFrameProps extends FieldProps {
  ids: ReturnType<typeof useFieldIds>;
  className: string;
  children: ReactNode;
}

/** Legend, hint and error above a group of boxes or radios. */
export function ChoiceFrame({
  label,
  hint,
  error,
  hideLabel,
  ids,
  className,
  children,
}: ChoiceFrameProps): ReactElement {
  return (
    <fieldset
      className={className}
      id={ids.id}
      tabIndex={-1}
      data-invalid={error ? true : undefined}
      aria-describedby={ids.describedBy}
    >
      <legend className={hideLabel ? 'vh' : undefined}>{label}</legend>
      {hint && (
        <p className="hint" id={ids.hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={ids.errorId}>
          <WarningIcon /> {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}
