import { type ReactElement, type ReactNode, useId } from 'react';
import { ChoiceFrame } from './ChoiceFrame.tsx';
import { type FieldProps, useFieldIds } from './Field.tsx';

interface ChoiceGroupProps extends FieldProps {
  value: string | null;
  onChange: (id: string) => void;
  options: readonly { id: string; label: string; note?: ReactNode }[];
  /** In frames beside each other, for choices that need a sentence. */
  boxed?: boolean;
}

/** One of a few, all in sight. */
export function ChoiceGroup(props: ChoiceGroupProps): ReactElement {
  const { value, onChange, options, boxed = false, name } = props;
  const ids = useFieldIds(props);
  const group = useId();
  return (
    <ChoiceFrame {...props} ids={ids} className={boxed ? 'field choices' : 'field'}>
      <div className={boxed ? 'versus' : undefined}>
        {options.map(({ id, label, note }) => (
          <label className={boxed ? 'choice' : 'checkline'} key={id}>
            <span className="check">
              <input
                type="radio"
                name={name ?? group}
                value={id}
                checked={value === id}
                onChange={() => onChange(id)}
              />
            </span>
            <span>
              {boxed ? <b className="strong">{label}</b> : label}
              {note && <span className={boxed ? 'said-text' : 'said-text hint'}>{note}</span>}
            </span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}
