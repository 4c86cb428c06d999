import type { MovableMeeting } from './series-documents.ts';

/** A dialog about one meeting. */
export interface MeetingDialogProps {
  /** With the fields of `MovableMeeting_meeting`, as they are now. */
  meeting: MovableMeeting;
  onClose: () => void;
}
