import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, useContext, useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
  Text,
} from 'react-aria-components/Toast';
import { useShortcut } from '../lib/shortcuts.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { CloseIcon, UndoIcon, WarningIcon } from './icons.tsx';

/** What was done, in a sentence, with the way back when there is one. */
export interface ToastMessage {
  text: string;
  onUndo?: (() => void | Promise<void>) | undefined;
  kind?: 'done' | 'error';
}

const timeToUndo = 10_000;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a toast: `const toast = useToast(); toast({ text: 'Op de agenda gezet', onUndo })`. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext);

function undo(queue: ToastQueue<ToastMessage>, key: string): void {
  const toast = queue.visibleToasts.find((one) => one.key === key);
  queue.close(key);
  void toast?.content.onUndo?.();
}

function UndoKey({ queue }: { queue: ToastQueue<ToastMessage> }): null {
  const { t } = useLingui();
  useShortcut({
    keys: 'Ctrl+Z',
    label: t`Maak het laatste ongedaan`,
    onPress: () => {
      const latest = queue.visibleToasts.find((toast) => toast.content.onUndo);
      if (latest) undo(queue, latest.key);
    },
  });
  return null;
}

/** Holds the toasts of the page. They stay ten seconds, longer under the pointer or with focus; F6 goes to them, Ctrl Z undoes the last. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const { t } = useLingui();
  const queue = useMemo(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 }), []);
  useEffect(() => () => queue.clear(), [queue]);
  const show = useMemo(() => (message: ToastMessage) => void queue.add(message, { timeout: timeToUndo }), [queue]);
  return (
    <ToastContext value={show}>
      {children}
      <UndoKey queue={queue} />
      <ToastRegion queue={queue} className="toasts" aria-label={t`Meldingen`}>
        {({ toast }) => (
          <Toast toast={toast} className="toast">
            {toast.content.kind === 'error' && <WarningIcon />}
            <ToastContent>
              <Text slot="title">{toast.content.text}</Text>
            </ToastContent>
            {toast.content.onUndo && (
              <Button icon={<UndoIcon />} onPress={() => undo(queue, toast.key)}>
                <Trans>Maak ongedaan</Trans>
              </Button>
            )}
            <IconButton label={t`Sluit melding`} icon={<CloseIcon />} onPress={() => queue.close(toast.key)} />
          </Toast>
        )}
      </ToastRegion>
    </ToastContext>
  );
}
