import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import type { AbilityDecision } from '../../../platform/graphql/abilities.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';
import type { BottleneckView } from './bottleneck-view.entity.ts';

/** The views of a viewer, as a condition on `v`: their own, and those of the tables they sit at. */
export function visibleViews(viewer: Viewer): SqlPart {
  const seats = arrayLiteral(viewer.memberships.map(({ tableId }) => tableId));
  return {
    sql: '((v.table_id is null and v.owner_id = ?) or v.table_id = any(?::uuid[]))',
    params: [viewer.personId, seats],
  };
}

/** May this viewer change a view that they see, or share one with this table? */
export function mayChangeView(
  viewer: Viewer,
  { tableId, ownerId }: Pick<BottleneckView, 'tableId' | 'ownerId'>,
): AbilityDecision {
  if (tableId !== null)
    return leadsTable(roleAt(viewer, tableId))
      ? { allowed: true }
      : { allowed: false, reason: 'TABLE_VIEW_LEADERS_ONLY' };
  return ownerId === viewer.personId ? { allowed: true } : { allowed: false, reason: 'VIEW_OWNER_ONLY' };
}
