import { DialogOnItsWay } from '../../ui/DialogOnItsWay.tsx';
import { late } from '../../ui/late.tsx';
import type { MeetingDialogProps } from './series/meeting-dialog-props.ts';

/** “Zeg vergadering af”: with a reason, for one meeting or from here on. */
export const CancelMeetingDialog = late<MeetingDialogProps>(
  async () => (await import('./series/FullCancelMeetingDialog.tsx')).FullCancelMeetingDialog,
  DialogOnItsWay,
);
