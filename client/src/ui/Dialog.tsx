import { useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactElement } from 'react';
import { late } from './late.tsx';
import { useToast } from './Toast.tsx';
import type { DialogProps } from './dialog-props.ts';

/** The frame did not come: says so, and gives the page back. */
function DialogOnItsWay({ failed, onClose }: DialogProps & { failed: boolean }): null {
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

const Frame = late<DialogProps>(async () => (await import('./DialogFrame.tsx')).DialogFrame, DialogOnItsWay);

/** One question. Enter confirms, Esc closes, and focus returns to where it was. */
export function Dialog(props: DialogProps): ReactElement | null {
  // One that was never opened has nothing to fetch; one that closes stays until it is gone.
  const [opened, setOpened] = useState(props.isOpen);
  if (props.isOpen && !opened) setOpened(true);
  return opened ? <Frame {...props} /> : null;
}
