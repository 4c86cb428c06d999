import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { PopupProps } from './popup.ts';
import { useToast } from './Toast.tsx';

/** What floats did not come: says so, and lets the button be pressed again. */
export function PopupOnItsWay({ failed, onOpenChange }: Pick<PopupProps, 'onOpenChange'> & { failed: boolean }): null {
  const { t } = useLingui();
  const toast = useToast();
  useEffect(() => {
    if (!failed) return;
    toast({ kind: 'error', text: t`Dit menu kon niet openen. Controleer je verbinding en probeer het opnieuw.` });
    onOpenChange(false);
    // Once a failure, whatever else changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [failed]);
  return null;
}
