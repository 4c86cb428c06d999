import { late } from '../../../ui/late.tsx';
import type { EscalateDialogProps } from './EscalateDialog.tsx';
import type { EscalationSectionProps } from './EscalationSection.tsx';

const Nothing = (): null => null;

/** Most cases never leave their table: what shows an escalation comes after the page. */
export const LateEscalation = late<EscalationSectionProps>(
  async () => (await import('./EscalationSection.tsx')).EscalationSection,
  Nothing,
);

/** Escalating is a press away. */
export const LateEscalateDialog = late<EscalateDialogProps>(
  async () => (await import('./EscalateDialog.tsx')).EscalateDialog,
  Nothing,
);
