import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Dialog, Popover } from 'react-aria-components/Popover';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useFormat } from '../lib/format.ts';
import { Button } from './Button.tsx';
import type { FilterOption } from './filter-option.ts';
import type { PopupProps } from './popup.ts';
import { SearchField } from './SearchField.tsx';
import { Tick } from './Tick.tsx';

interface FilterChoicesProps extends PopupProps {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (ids: string[]) => void;
  searchable?: boolean;
  single?: boolean;
  /** What it chooses, and what empties it, where that is no filter. */
  title?: string;
  clearWord?: string;
}

/** The values of a filter, to choose from. */
export function FilterChoices(props: FilterChoicesProps): ReactElement {
  const { label, options, selected, onChange, searchable = false, single = false, onOpenChange, ...popup } = props;
  const { t } = useLingui();
  const { number } = useFormat();
  const [text, setText] = useState('');
  const shown = options.filter((option) => option.label.toLowerCase().includes(text.trim().toLowerCase()));
  // A choice that the search text hides must not be lost when another is made.
  const hidden = selected.filter((id) => !shown.some((option) => option.id === id));
  const turn = (open: boolean): void => {
    onOpenChange(open);
    if (!open) setText('');
  };
  return (
    <Popover
      className="popover"
      placement="bottom start"
      triggerRef={popup.triggerRef}
      isOpen={popup.isOpen}
      onOpenChange={turn}
    >
      <Dialog className="popover-body" aria-label={props.title ?? t`Filter op ${label}`}>
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
            if (single) turn(false);
          }}
          renderEmptyState={() => (
            <p className="menu-head">
              <Trans>Niets gevonden</Trans>
            </p>
          )}
        >
          {shown.map(({ id, label: name, count }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="menu-item">
              <Tick />
              <span>{name}</span>
              {count !== undefined && <span className="end small">{number(count)}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
        {selected.length > 0 && (
          <Button variant="quiet" onPress={() => onChange([])}>
            {props.clearWord ?? <Trans>Wis dit filter</Trans>}
          </Button>
        )}
      </Dialog>
    </Popover>
  );
}
