import { Trans } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DialogOnItsWay } from '../../ui/DialogOnItsWay.tsx';
import { late } from '../../ui/late.tsx';

interface CalendarDialogProps {
  onClose: () => void;
}

const CalendarDialog = late<CalendarDialogProps>(
  async () => (await import('./CalendarDialog.tsx')).CalendarDialog,
  DialogOnItsWay,
);

/** The way to one's meetings in one's own calendar; what it opens comes when it is needed. */
export function CalendarButton(): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        <Trans>Zet in je agenda</Trans>
      </Button>
      {open && <CalendarDialog onClose={() => setOpen(false)} />}
    </>
  );
}
