import { useState, type ReactElement } from 'react';
import { DialogOnItsWay } from './DialogOnItsWay.tsx';
import type { DialogProps } from './dialog-props.ts';
import { late } from './late.tsx';

const Frame = late<DialogProps>(async () => (await import('./DialogFrame.tsx')).DialogFrame, DialogOnItsWay);

/** One question. Enter confirms, Esc closes, and focus returns to where it was. */
export function Dialog(props: DialogProps): ReactElement | null {
  // One that was never opened has nothing to fetch; one that closes stays until it is gone.
  const [opened, setOpened] = useState(props.isOpen);
  if (props.isOpen && !opened) setOpened(true);
  return opened ? <Frame {...props} /> : null;
}
