import { late } from '../../ui/late.tsx';
import type { AttachmentsProps } from './Attachments.tsx';
import type { LookingNowProps, WatchButtonProps } from './CaseHead.tsx';
import type { CommentDialogProps } from './CommentDialog.tsx';
import type { CommentsProps } from './Comments.tsx';
import { DialogOnItsWay } from '../../ui/DialogOnItsWay.tsx';

const Nothing = (): null => null;

/** What people say stands low on the page of a case and comes after it. */
export const LateComments = late<CommentsProps>(async () => (await import('./Comments.tsx')).Comments, Nothing);

/** So do the files. */
export const LateAttachments = late<AttachmentsProps>(
  async () => (await import('./Attachments.tsx')).Attachments,
  Nothing,
);

/** Who looks too is known only once the line is there. */
export const LateLookingNow = late<LookingNowProps>(async () => (await import('./CaseHead.tsx')).LookingNow, Nothing);

export const LateWatchButton = late<WatchButtonProps>(
  async () => (await import('./CaseHead.tsx')).WatchButton,
  Nothing,
);

/** A word to the people of a case is a press away. */
export const LateCommentDialog = late<CommentDialogProps>(
  async () => (await import('./CommentDialog.tsx')).CommentDialog,
  DialogOnItsWay,
);
