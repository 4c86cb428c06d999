import { Trans } from '@lingui/react/macro';
import { type KeyboardEventHandler, type ReactElement, type Ref, useId } from 'react';
import { FieldFrame, type FieldProps, useFieldIds } from './Field.tsx';

interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  rows?: number;
  /** Counts down in words below the field; a long limit only when it comes near. */
  maxLength?: number;
  placeholder?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
}

const shortLimit = 300;

/** Some lines of text; grows with what is typed. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { value, onChange, rows = 2, maxLength, placeholder, autoFocus, ref, name, error, required = true } = props;
  const { onKeyDown } = props;
  const ids = useFieldIds(props);
  const countId = useId();
  // A short limit is part of the question; a long one is told when it comes near.
  const near = maxLength !== undefined && (maxLength <= shortLimit || value.length > maxLength * 0.8);
  const left = near ? maxLength - value.length : undefined;
  const describedBy = [ids.describedBy, left !== undefined && countId].filter(Boolean).join(' ') || undefined;
  return (
    <FieldFrame
      {...props}
      ids={ids}
      after={
        left !== undefined && (
          <p className="hint" id={countId}>
            <Trans>
              Nog {left} van {maxLength} tekens
            </Trans>
          </p>
        )
      }
    >
      <textarea
        className="input"
        ref={ref}
        id={ids.id}
        name={name}
        rows={rows}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autoFocus={autoFocus}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
