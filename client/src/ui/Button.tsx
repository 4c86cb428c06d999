import { type KeyboardEventHandler, type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { Kbd } from './Kbd.tsx';

export type ButtonVariant = 'default' | 'primary' | 'danger' | 'quiet';

/** The class of a button, for a link that looks like one. */
export function buttonClass(variant: ButtonVariant = 'default'): string {
  return variant === 'default' ? 'btn' : `btn btn-${variant}`;
}

/** What every button takes. */
export interface Press {
  onPress?: (() => void) | undefined;
  /** Stands on: adds `aria-pressed`. */
  pressed?: boolean | undefined;
  /** Why it cannot be used now. It stays reachable, and the sentence is read with it. */
  disabledReason?: string | undefined;
  /** The id of a sentence that already stands on the page, instead of one beside the button. */
  reasonId?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  autoFocus?: boolean | undefined;
  'aria-expanded'?: boolean | undefined;
  'aria-controls'?: string | undefined;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox' | undefined;
  onKeyDown?: KeyboardEventHandler<HTMLButtonElement> | undefined;
  onPointerEnter?: (() => void) | undefined;
}

interface ButtonProps extends Press {
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  type?: 'button' | 'submit' | undefined;
  icon?: ReactNode;
  iconEnd?: ReactNode;
  /** The key that does the same, shown behind the word. */
  shortcut?: string | undefined;
  /** At work: keeps its word and its focus, ignores presses. */
  busy?: boolean | undefined;
}

/**
 * A button is a verb. One that may not be used is not taken away: it is `aria-disabled`, can be reached, and says why beside it.
 */
export function Button({
  children,
  variant,
  icon,
  iconEnd,
  shortcut,
  busy,
  disabledReason,
  reasonId,
  pressed,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps): ReactElement {
  const ownReason = useId();
  const off = Boolean(disabledReason ?? reasonId);
  const describedBy = reasonId ?? (disabledReason ? ownReason : undefined);
  const button = (
    <button
      {...rest}
      aria-describedby={describedBy}
      aria-pressed={pressed}
      aria-disabled={off || busy || undefined}
      // oxlint-disable-next-line react/button-has-type -- One that is off or at work never submits.
      type={off || busy ? 'button' : type}
      className={buttonClass(variant)}
      onClick={() => {
        if (!off && !busy) onPress?.();
      }}
    >
      {icon} {children} {iconEnd}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  );
  if (!disabledReason || reasonId) return button;
  return (
    <span className="with-reason">
      {button}
      <span className="sub small" id={ownReason}>
        {disabledReason}
      </span>
    </span>
  );
}
