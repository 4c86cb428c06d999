import { late } from '../../../ui/late.tsx';
import type { JoinDialogProps } from './JoinDialog.tsx';
import type { PartiesProps } from './Parties.tsx';

const Nothing = (): null => null;

/** The parties of a case stand low on the page and come after it. */
export const LateParties = late<PartiesProps>(async () => (await import('./Parties.tsx')).Parties, Nothing);

/** Joining is a press away. */
export const LateJoinDialog = late<JoinDialogProps>(async () => (await import('./JoinDialog.tsx')).JoinDialog, Nothing);
