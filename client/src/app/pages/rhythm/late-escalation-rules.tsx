import { late } from '../../../ui/late.tsx';
import type { EscalationRulesProps } from './EscalationRules.tsx';

const Nothing = (): null => null;

/** Stands low on the page and comes after it. */
export const LateEscalationRules = late<EscalationRulesProps>(
  async () => (await import('./EscalationRules.tsx')).EscalationRules,
  Nothing,
);
