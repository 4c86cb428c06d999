import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, useContext, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useShortcut } from '../lib/shortcuts.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { CloseIcon, UndoIcon, WarningIcon } from './toast-icons.ts';

/** What was done, in a sentence, with the way back when there is one. */
export interface ToastMessage {
  text: string;
  onUndo?: (() => void | Promise<void>) | undefined;
  /** What it leads to. */
  action?: { label: string; onPress: () => void } | undefined;
  kind?: 'done' | 'error';
}

interface ShownToast extends ToastMessage {
  key: number;
}

const timeToUndo = 10_000;
const most = 3;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a toast: `const toast = useToast(); toast({ text: 'Op de agenda gezet', onUndo })`. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext);

interface ToastProps {
  toast: ShownToast;
  /** The pointer or the focus is with the toasts: the time stands still. */
  paused: boolean;
  onClose: () => void;
}

function Toast({ toast, paused, onClose }: ToastProps): ReactElement {
  const { t } = useLingui();
  const left = useRef(timeToUndo);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (paused) return undefined;
    const began = performance.now();
    const timer = setTimeout(() => close.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - began;
    };
  }, [paused]);
  return (
    <li className="toast">
      {toast.kind === 'error' && <WarningIcon />}
      <p>{toast.text}</p>
      {toast.action && (
        <Button
          onPress={() => {
            onClose();
            toast.action?.onPress();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      {toast.onUndo && (
        <Button
          icon={<UndoIcon />}
          onPress={() => {
            onClose();
            void toast.onUndo?.();
          }}
        >
          <Trans>Maak ongedaan</Trans>
        </Button>
      )}
      <IconButton label={t`Sluit melding`} icon={<CloseIcon />} onPress={onClose} />
    </li>
  );
}

/** Holds the toasts of the page. They stay ten seconds, longer under the pointer or with focus; F6 goes to them, Ctrl Z undoes the last. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const { t } = useLingui();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const next = useRef(0);
  const [show] = useState(() => (message: ToastMessage): void => {
    const key = next.current++;
    setToasts((before) => [...before, { ...message, key }].slice(-most));
  });

  /** Takes one away; focus that was in it goes on to the next toast, or back to where it came from. */
  function close(key: number): void {
    const within = region.current?.contains(document.activeElement) ?? false;
    setToasts((before) => before.filter((toast) => toast.key !== key));
    if (!within) return;
    region.current?.focus();
    if (toasts.length > 1) return;
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    else region.current?.blur();
  }

  useShortcut({
    keys: 'Ctrl+Z',
    label: t`Maak het laatste ongedaan`,
    onPress: () => {
      const latest = toasts.findLast(({ onUndo }) => onUndo);
      if (!latest) return;
      close(latest.key);
      void latest.onUndo?.();
    },
  });
  useShortcut({
    keys: 'F6',
    label: t`Naar de meldingen`,
    when: toasts.length > 0,
    inFields: true,
    onPress: () => region.current?.focus(),
  });

  return (
    <ToastContext value={show}>
      {children}
      {/* Stands also while it is empty: what comes into a live region is read, a region that comes is not. */}
      <div
        ref={region}
        className="toasts"
        role={toasts.length > 0 ? 'region' : undefined}
        aria-label={toasts.length > 0 ? t`Meldingen` : undefined}
        tabIndex={-1}
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onFocus={(event) => {
          setFocused(true);
          const from = event.relatedTarget;
          if (from && !event.currentTarget.contains(from)) cameFrom.current = from;
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
        }}
      >
        <ol aria-live="polite" aria-relevant="additions">
          {toasts.map((toast) => (
            <Toast key={toast.key} toast={toast} paused={pointed || focused} onClose={() => close(toast.key)} />
          ))}
        </ol>
      </div>
    </ToastContext>
  );
}
