import { type ReactElement, type ReactNode, useId } from 'react';
import type { Press } from './Button.tsx';

interface IconButtonProps extends Press {
  /** What it does; read, not shown. */
  label: string;
  icon: ReactNode;
}

/** A button that is only an icon, with a hidden name. */
export function IconButton({
  label,
  icon,
  disabledReason,
  reasonId,
  pressed,
  onPress,
  ...rest
}: IconButtonProps): ReactElement {
  const ownReason = useId();
  const off = Boolean(disabledReason ?? reasonId);
  const describedBy = reasonId ?? (disabledReason ? ownReason : undefined);
  return (
    <>
      <button
        {...rest}
        type="button"
        aria-describedby={describedBy}
        aria-pressed={pressed}
        aria-disabled={off || undefined}
        aria-label={label}
        className="btn btn-icon"
        onClick={() => {
          if (!off) onPress?.();
        }}
      >
        {icon}
      </button>
      {disabledReason && !reasonId && (
        <span className="vh" id={ownReason}>
          {disabledReason}
        </span>
      )}
    </>
  );
}
