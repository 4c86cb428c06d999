import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ChevronDownIcon } from './icons.tsx';
import { CloseIcon } from './toast-icons.ts';
import { late } from './late.tsx';
import { PopupOnItsWay } from './PopupOnItsWay.tsx';
import { usePopup } from './popup.ts';
import type { FilterOption } from './filter-option.ts';

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

const FilterChoices = late(async () => (await import('./FilterChoices.tsx')).FilterChoices, PopupOnItsWay);

/** A filter that says what it does to the list: dashed while it is off, solid with its values while it is on. */
export function FilterButton(props: FilterButtonProps): ReactElement {
  const { label, options, selected, onChange } = props;
  const { t } = useLingui();
  const { trigger, open, popup } = usePopup('dialog', FilterChoices);
  const on = selected.length > 0;
  const first = options.find(({ id }) => id === selected[0])?.label ?? selected[0];
  return (
    <span className="filter-box" data-on={on || undefined}>
      <button {...trigger} type="button" className="filter" data-on={on || undefined} onClick={open}>
        {on ? (
          <span>
            {label}: <b>{selected.length === 1 ? first : t`${first} en ${selected.length - 1} meer`}</b>
          </span>
        ) : (
          label
        )}{' '}
        <ChevronDownIcon />
      </button>
      {popup && <FilterChoices {...popup} {...props} />}
      {on && (
        <button
          type="button"
          className="filter filter-off"
          aria-label={t`Verwijder filter ${label}`}
          onClick={() => onChange([])}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  );
}
