import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';
import type { DialogProps } from './dialog-props.ts';

/** What a `Dialog` is when it stands. */
export function DialogFrame({
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
