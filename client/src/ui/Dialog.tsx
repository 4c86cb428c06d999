import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';

interface Confirm {
  /** The verb: “Escaleer”. */
  label: string;
  onPress: () => void;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  disabledReason?: string | undefined;
}

interface DialogProps {
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

/** One question. Enter confirms, Esc closes, and focus returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  confirm,
  cancelLabel,
  alert = false,
  wide = false,
  children,
}: DialogProps): ReactElement {
  const usual = confirm ? <Trans>Annuleer</Trans> : <Trans>Sluit</Trans>;
  return (
    <ModalOverlay
      className="stage"
      isOpen={isOpen}
      isDismissable={!alert}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide ? 'stage-box stage-wide' : 'stage-box'}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <form
            className="dialog"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              // A form in a portal still bubbles to the form of the page that opened it.
              event.stopPropagation();
              if (confirm && !confirm.disabledReason && !confirm.busy) confirm.onPress();
            }}
          >
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children}
            <div className="row">
              {confirm && (
                <Button
                  type="submit"
                  variant={confirm.danger ? 'danger' : 'primary'}
                  busy={confirm.busy}
                  disabledReason={confirm.disabledReason}
                >
                  {confirm.label}
                </Button>
              )}
              <Button onPress={onClose}>{cancelLabel ?? usual}</Button>
            </div>
          </form>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
