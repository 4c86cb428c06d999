import { mayTendSearch, type TendDecision } from '@versnellingstafel/shared/search/tend';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { hasRole, type Viewer } from '../../people/people.module.ts';

/** May this viewer look after search? */
export function mayTend(viewer: Viewer): TendDecision {
  return mayTendSearch({
    isEditor: hasRole(viewer, 'KNOWLEDGE_EDITOR'),
    isAdministrator: hasRole(viewer, 'FUNCTIONAL_ADMINISTRATOR'),
  });
}

/** @throws Forbidden SEARCH_TENDERS_ONLY */
export function requireTender(viewer: Viewer): void {
  const decision = mayTend(viewer);
  if (!decision.allowed) throw new Forbidden(decision.reason);
}
