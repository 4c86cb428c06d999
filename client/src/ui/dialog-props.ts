import type { ReactNode } from 'react';

interface Confirm {
  /** The verb: “Escaleer”. */
  label: string;
  onPress: () => void;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  disabledReason?: string | undefined;
}

export interface DialogProps {
  /** The question. */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  confirm?: Confirm;
  /** Annuleer, or Sluit without a `confirm`, unless said otherwise. */
  cancelLabel?: string;
  /** What cannot be taken back is an `alertdialog`. */
  alert?: boolean;
  wide?: boolean;
  children?: ReactNode;
}
