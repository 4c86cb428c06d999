import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import type { ComboBoxProps, ComboOption } from './combo-box-props.ts';
import { FieldFrame, useFieldIds } from './Field.tsx';
import { ChevronDownIcon } from './icons.tsx';

/** A field that suggests while one types. Arrows walk, Enter takes, Esc closes. */
export function FullComboBox(props: ComboBoxProps): ReactElement {
  const {
    value,
    onChange,
    options,
    inputValue,
    onInputChange,
    loading = false,
    emptyText,
    allowsCustom = false,
    placeholder,
    autoFocus,
    name,
    error,
    required = true,
  } = props;
  const { t } = useLingui();
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids}>
      <AriaComboBox
        id={ids.id}
        aria-labelledby={ids.labelId}
        {...(ids.describedBy && { 'aria-describedby': ids.describedBy })}
        {...(name && { name })}
        items={options}
        value={value}
        inputValue={inputValue}
        allowsCustomValue={allowsCustom}
        allowsEmptyCollection
        menuTrigger="input"
        isInvalid={Boolean(error)}
        isRequired={required}
        validationBehavior="aria"
        onInputChange={onInputChange}
        onChange={(key) => {
          const option = options.find(({ id }) => id === key) ?? null;
          onChange(option?.id ?? null, option);
        }}
      >
        <Group className="input input-group">
          <Input placeholder={placeholder} autoFocus={autoFocus} />
          <Button className="btn btn-icon" aria-label={t`Toon de lijst`}>
            <ChevronDownIcon />
          </Button>
        </Group>
        <Popover className="menu menu-wide" offset={4}>
          <ListBox<ComboOption>
            aria-busy={loading}
            renderEmptyState={() => (
              <p className="menu-head">
                {loading ? <Trans>Zoeken…</Trans> : (emptyText ?? <Trans>Niets gevonden</Trans>)}
              </p>
            )}
          >
            {({ id, label, note }) => (
              <ListBoxItem id={id} textValue={label} className="menu-item">
                <span>{label}</span>
                {note && <span className="end small">{note}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </FieldFrame>
  );
}
