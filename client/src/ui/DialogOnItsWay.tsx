import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useToast } from './Toast.tsx';

/** Stands in for a dialog that is being fetched. When it did not come it says so, and gives the page back. */
export function DialogOnItsWay({ failed, onClose }: { failed: boolean; onClose: () => void }): null {
  const { t } = useLingui();
  const toast = useToast();
  useEffect(() => {
    if (!failed) return;
    toast({ kind: 'error', text: t`Dit venster kon niet openen. Controleer je verbinding en probeer het opnieuw.` });
    onClose();
    // Once a failure, whatever else changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [failed]);
  return null;
}
