import { DialogOnItsWay } from '../../ui/DialogOnItsWay.tsx';
import { late } from '../../ui/late.tsx';
import type { MeetingDialogProps } from './series/meeting-dialog-props.ts';

/** “Verplaats vergadering”: another day, time or place, for one meeting or from here on. */
export const RescheduleDialog = late<MeetingDialogProps>(
  async () => (await import('./series/FullRescheduleDialog.tsx')).FullRescheduleDialog,
  DialogOnItsWay,
);
