import { Trans } from '@lingui/react/macro';
import { useId, type ReactElement, type ReactNode, type Ref } from 'react';
import { Button } from './Button.tsx';
import { SearchIcon } from './icons.tsx';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** On Enter, and on the button of the page size. */
  onSubmit?: (text: string) => void;
  placeholder?: string;
  /** `list`: in a row of filters. `page`: the search page's own, with a button. */
  size?: 'list' | 'page';
  hint?: ReactNode;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A field to look for something. Esc empties it. */
export function SearchField({
  label,
  value,
  onChange,
  onSubmit,
  placeholder,
  size = 'list',
  hint,
  autoFocus,
  ref,
}: SearchFieldProps): ReactElement {
  const id = useId();
  const field = (
    <span className={size === 'list' ? 'input-with toolbar-q' : 'input-with'}>
      <input
        className="input"
        ref={ref}
        id={id}
        type="search"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        autoFocus={autoFocus}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.preventDefault();
            onChange('');
          }
          if (event.key === 'Enter' && size === 'list') {
            event.preventDefault();
            onSubmit?.(value);
          }
        }}
      />
      <SearchIcon />
    </span>
  );
  if (size === 'list') {
    return (
      <>
        <label className="vh" htmlFor={id}>
          {label}
        </label>
        {field}
      </>
    );
  }
  return (
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.(value);
      }}
    >
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      {field}
      <Button variant="primary" type="submit">
        <Trans>Zoek</Trans>
      </Button>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </form>
  );
}
