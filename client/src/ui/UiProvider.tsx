import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { intlLocale, type LocaleCode } from '../lib/i18n.ts';
import { ShortcutContext, ShortcutRegistry, useShortcut } from '../lib/shortcuts.ts';
import { Announcer } from './Announcer.tsx';
import { KeyHintsContext } from './key-hints.ts';
import { ToastProvider } from './Toast.tsx';

/** Few people ask for it: it comes with the dialogs, when somebody does. */
const KeyHintsDialog = lazy(async () => ({ default: (await import('./KeyHintsDialog.tsx')).KeyHintsDialog }));

function KeyHints({ children }: { children: ReactNode }): ReactElement {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const open = useMemo(
    () => () => {
      setAsked(true);
      setOpen(true);
    },
    [],
  );
  useShortcut({ keys: '?', label: t`Alle toetsen`, onPress: open });
  return (
    <KeyHintsContext value={open}>
      {children}
      {asked && (
        <Suspense>
          <KeyHintsDialog isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </KeyHintsContext>
  );
}

/** Nobody has a place to lose before the page stands there, so it comes after it. Returns how to stop. */
function keepFocusSoon(page: Document): () => void {
  const stop = new AbortController();
  async function start(): Promise<void> {
    const { keepFocus } = await import('./keep-focus.ts');
    if (!stop.signal.aborted) stop.signal.addEventListener('abort', keepFocus(page));
  }
  void start();
  return () => stop.abort();
}

/** What every component may count on: the language of dates and fields, the keyboard and its place, toasts and the live region. Once, inside Lingui's provider. */
export function UiProvider({ locale, children }: { locale: LocaleCode; children: ReactNode }): ReactElement {
  const registry = useMemo(() => new ShortcutRegistry(), []);
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => registry.handle(event);
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [registry]);
  useEffect(() => keepFocusSoon(document), []);
  return (
    <I18nProvider locale={intlLocale[locale]}>
      <ShortcutContext value={registry}>
        <ToastProvider>
          <KeyHints>{children}</KeyHints>
        </ToastProvider>
        <Announcer />
      </ShortcutContext>
    </I18nProvider>
  );
}
