import { FieldOnItsWay } from './FieldOnItsWay.tsx';
import { late } from './late.tsx';
import type { ComboBoxProps } from './combo-box-props.ts';

export type { ComboOption } from './combo-box-props.ts';

/** A field that suggests while one types. Arrows walk, Enter takes, Esc closes. */
export const ComboBox = late<ComboBoxProps>(
  async () => (await import('./FullComboBox.tsx')).FullComboBox,
  ({ inputValue, ...props }) => <FieldOnItsWay {...props} text={inputValue} />,
);
