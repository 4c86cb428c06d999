import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import type { AbilityDecision } from '../../platform/graphql/abilities.ts';
import { type AppPlatform, type Viewer, hasRole, loadViewer, roleAt } from '../people/people.module.ts';

/** The secretary of a table and functional administrators decide who sits at it. */
export function mayManageMembers(viewer: Viewer, tableId: string): AbilityDecision {
  if (roleAt(viewer, tableId) === 'SECRETARY' || hasRole(viewer, 'FUNCTIONAL_ADMINISTRATOR')) return { allowed: true };
  return { allowed: false, reason: 'SECRETARY_ONLY' };
}

/** Chair and secretary of a table and functional administrators decide when it meets. */
export function mayChangeRhythm(viewer: Viewer, tableId: string): AbilityDecision {
  if (leadsTable(roleAt(viewer, tableId)) || hasRole(viewer, 'FUNCTIONAL_ADMINISTRATOR')) return { allowed: true };
  return { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' };
}

/** The members of a table follow what happens there, and so do those of every table above it. */
export async function mayFollowTable(platform: AppPlatform, personId: string, tableId: string): Promise<boolean> {
  const viewer = await loadViewer(platform.database.fork(), personId);
  return viewer?.followedTableIds.includes(tableId) ?? false;
}
