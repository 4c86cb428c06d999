import { loadRows } from '../../platform/graphql/load-rows.ts';
import { visibleNow } from '../../platform/graphql/event-visibility.ts';
import type { AppModule } from '../people/people.module.ts';
import { AccelerationTable, Membership } from './acceleration-table.entity.ts';
import { TableEventsResolver } from './table-events.resolver.ts';
import { mayFollowTable, mayManageMembers } from './tables.policy.ts';
import {
  AccelerationTableResolver,
  MembershipMutations,
  MembershipResolver,
  ViewerMemberships,
} from './tables.resolver.ts';

export { AccelerationTableType, TableLevelEnum } from './tables.types.ts';

/** The tables, who sits at them, and the stream of what happens there. */
export const TablesModule: AppModule = {
  name: 'tables',
  entities: [AccelerationTable, Membership],
  resolvers: [
    AccelerationTableResolver,
    MembershipResolver,
    ViewerMemberships,
    MembershipMutations,
    TableEventsResolver,
  ],
  nodes: [
    { type: 'AccelerationTable', kind: 'table', load: (context, ids) => loadRows(context, AccelerationTable, ids) },
  ],
  register(platform) {
    platform.streams.registerKind('table', {
      mayFollow: (viewer, tableId) => mayFollowTable(platform, viewer.personId, tableId),
      visible: (viewer, events) => visibleNow(platform, viewer, events),
    });
    platform.abilities.register<AccelerationTable>('AccelerationTable', 'MANAGE_MEMBERS', (_context, viewer, table) =>
      mayManageMembers(viewer, table.id),
    );
  },
};
