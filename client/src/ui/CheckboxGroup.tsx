import type { ReactElement } from 'react';
import { useFormat } from '../lib/format.ts';
import { ChoiceFrame } from './ChoiceFrame.tsx';
import { type FieldProps, useFieldIds } from './Field.tsx';

interface CheckboxGroupProps extends FieldProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  options: readonly { id: string; label: string; count?: number }[];
}

/** Any number of a short list, with how many hits each has: the facets of search. */
export function CheckboxGroup(props: CheckboxGroupProps): ReactElement {
  const { value, onChange, options, name } = props;
  const ids = useFieldIds(props);
  const { number } = useFormat();
  return (
    <ChoiceFrame {...props} ids={ids} className="field facet">
      <ul>
        {options.map(({ id, label, count }) => (
          <li key={id}>
            <label className="checkline">
              <span className="check">
                <input
                  type="checkbox"
                  name={name}
                  checked={value.includes(id)}
                  onChange={(event) =>
                    onChange(event.currentTarget.checked ? [...value, id] : value.filter((one) => one !== id))
                  }
                />
              </span>
              <span>{label}</span>
              {count !== undefined && <span className="sub">{number(count)}</span>}
            </label>
          </li>
        ))}
      </ul>
    </ChoiceFrame>
  );
}
