import { useDeferredValue, useState, type ReactElement } from 'react';
import { ComboBox, type ComboOption } from './ComboBox.tsx';
import type { FieldProps } from './Field.tsx';

/** What was chosen, with the words that stand in the field for it. */
export interface Choice {
  id: string;
  name: string;
}

interface PickerText {
  text: string;
  setText: (text: string) => void;
  /** What to look for: empty while the field shows a choice, since searching for its own words would find only itself. */
  asked: string;
}

/** The text in the field of a {@link Picker}, and what to ask the server with it. */
export function usePickerText(value: Choice | null): PickerText {
  const [text, setText] = useState(value?.name ?? '');
  const asked = useDeferredValue(value && text === value.name ? '' : text.trim());
  return { text, setText, asked };
}

interface PickerProps extends FieldProps {
  picker: PickerText;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  /** What the server found; the choice itself is always among them. */
  options: readonly ComboOption[];
  loading: boolean;
  emptyText: string;
  autoFocus?: boolean;
}

/** Is every word of what was typed somewhere in an option? */
function fits(text: string, { label, note = '' }: ComboOption): boolean {
  const words = text.trim().toLocaleLowerCase().split(/\s+/);
  return words.every((word) => `${label} ${note}`.toLocaleLowerCase().includes(word));
}

/** Finds one of many on the server while one types. Emptying the field takes the choice away; typing on does not yet. */
export function Picker({ picker, value, onChange, options, ...field }: PickerProps): ReactElement {
  const { text, setText, asked } = picker;
  // Until the answer is there the last one stands, without what no longer fits: arrow and Enter of who types fast must not take a stranger.
  const waiting = field.loading || (asked !== text.trim() && text !== value?.name);
  const found = waiting ? options.filter((option) => fits(text, option)) : options;
  const missing = value && !found.some(({ id }) => id === value.id);
  return (
    <ComboBox
      {...field}
      value={value?.id ?? null}
      inputValue={text}
      options={missing ? [{ id: value.id, label: value.name }, ...found] : found}
      onInputChange={setText}
      onChange={(chosen, option) => {
        if (chosen === null) {
          if (text.trim() === '') onChange(null);
          return;
        }
        const name = option?.label ?? '';
        setText(name);
        onChange({ id: chosen, name });
      }}
    />
  );
}
