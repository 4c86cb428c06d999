import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { late } from '../../../ui/late.tsx';
import type { LessonDialogProps } from './LessonDialog.tsx';

/** Making a note is a press away. */
export const LateLessonDialog = late<LessonDialogProps>(
  async () => (await import('./LessonDialog.tsx')).LessonDialog,
  DialogOnItsWay,
);
