import { Trans } from '@lingui/react/macro';
import { useId, type ReactElement, type ReactNode } from 'react';
import { WarningIcon } from './toast-icons.ts';

/** What every field has. */
export interface FieldProps {
  label: string;
  /** One sentence of help, between label and field. */
  hint?: ReactNode;
  /** What is wrong and what would be right; stands above the field. */
  error?: string | undefined;
  required?: boolean;
  /** Where an `ErrorSummary` links to. */
  id?: string;
  name?: string;
  /** The label is read but not shown: for a field that its place explains. */
  hideLabel?: boolean;
}

/** The ids that tie a field to its words. */
export interface FieldIds {
  id: string;
  labelId: string;
  describedBy: string | undefined;
}

/** Makes the ids of a field. */
export function useFieldIds({
  id,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'hint' | 'error'>): FieldIds & { hintId: string; errorId: string } {
  const own = useId();
  const hintId = `${own}-hint`;
  const errorId = `${own}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return { id: id ?? own, labelId: `${own}-label`, hintId, errorId, describedBy };
}

interface FieldFrameProps extends FieldProps {
  ids: ReturnType<typeof useFieldIds>;
  /** A field of several parts is named by its label, a single control is labelled by it. */
  group?: boolean;
  after?: ReactNode;
  children: ReactNode;
}

/** Label, hint, error and field, from top to bottom. */
export function FieldFrame({
  label,
  hint,
  error,
  required,
  hideLabel,
  ids,
  group = false,
  after,
  children,
}: FieldFrameProps): ReactElement {
  const words = (
    <>
      {label}
      {required === false && (
        <span className="required">
          {' '}
          <Trans>(mag leeg blijven)</Trans>
        </span>
      )}
    </>
  );
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      {group ? (
        <span className={hideLabel ? 'vh' : 'label'} id={ids.labelId}>
          {words}
        </span>
      ) : (
        <label className={hideLabel ? 'vh' : 'label'} id={ids.labelId} htmlFor={ids.id}>
          {words}
        </label>
      )}
      {hint && (
        <div className="hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={ids.errorId}>
          <WarningIcon /> {error}
        </p>
      )}
      {children}
      {after}
    </div>
  );
}
