import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useFormat } from '../lib/format.ts';
import { Button } from './Button.tsx';
import { CheckIcon, ChevronDownIcon, CloseIcon } from './icons.tsx';
import { SearchField } from './SearchField.tsx';

interface FilterOption {
  id: string;
  label: string;
  count?: number;
}

interface FilterButtonProps {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (ids: string[]) => void;
  /** For long lists: a field above it. */
  searchable?: boolean;
  /** One value at a time; choosing closes it. */
  single?: boolean;
}

/** A filter that says what it does to the list: dashed while it is off, solid with its values while it is on. */
export function FilterButton({
  label,
  options,
  selected,
  onChange,
  searchable = false,
  single = false,
}: FilterButtonProps): ReactElement {
  const { t } = useLingui();
  const { number } = useFormat();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const on = selected.length > 0;
  const first = options.find(({ id }) => id === selected[0])?.label ?? selected[0];
  const shown = options.filter((option) => option.label.toLowerCase().includes(text.trim().toLowerCase()));
  // A choice that the search text hides must not be lost when another is made.
  const hidden = selected.filter((id) => !shown.some((option) => option.id === id));
  return (
    <span className="filter-box" data-on={on || undefined}>
      <DialogTrigger
        isOpen={open}
        onOpenChange={(next) => {
          setOpen(next);
          setText('');
        }}
      >
        <AriaButton className="filter" data-on={on || undefined}>
          {on ? (
            <span>
              {label}: <b>{selected.length === 1 ? first : t`${first} en ${selected.length - 1} meer`}</b>
            </span>
          ) : (
            label
          )}{' '}
          <ChevronDownIcon />
        </AriaButton>
        <Popover className="popover" placement="bottom start">
          <Dialog className="popover-body" aria-label={t`Filter op ${label}`}>
            {searchable && <SearchField label={t`Zoek in ${label}`} value={text} onChange={setText} autoFocus />}
            <ListBox
              aria-label={label}
              selectionMode={single ? 'single' : 'multiple'}
              // Esc closes the filter; it must not empty it.
              escapeKeyBehavior="none"
              // Whoever opens a filter wants to choose; with a field, to type.
              autoFocus={!searchable}
              selectedKeys={selected.filter((id) => !hidden.includes(id))}
              onSelectionChange={(keys) => {
                const chosen = keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(String);
                onChange(single ? chosen : [...hidden, ...chosen]);
                if (single) setOpen(false);
              }}
              renderEmptyState={() => (
                <p className="menu-head">
                  <Trans>Niets gevonden</Trans>
                </p>
              )}
            >
              {shown.map(({ id, label: name, count }) => (
                <ListBoxItem key={id} id={id} textValue={name} className="menu-item">
                  <span className="tick">
                    <CheckIcon />
                  </span>
                  <span>{name}</span>
                  {count !== undefined && <span className="end small">{number(count)}</span>}
                </ListBoxItem>
              ))}
            </ListBox>
            {on && (
              <Button variant="quiet" onPress={() => onChange([])}>
                <Trans>Wis dit filter</Trans>
              </Button>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {on && (
        <AriaButton
          className="filter filter-off"
          aria-label={t`Verwijder filter ${label}`}
          onPress={() => onChange([])}
        >
          <CloseIcon />
        </AriaButton>
      )}
    </span>
  );
}
