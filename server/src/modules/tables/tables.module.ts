import { loadRows } from '../../platform/graphql/load-rows.ts';
import { visibleNow } from '../../platform/graphql/event-visibility.ts';
import type { AppModule } from '../people/people.module.ts';
import { AccelerationTable, Membership } from './acceleration-table.entity.ts';
import { RhythmMutations, RhythmPreviewResolver, TableRhythmResolver } from './rhythm.resolver.ts';
import { TableEventsResolver } from './table-events.resolver.ts';
import { mayChangeRhythm, mayFollowTable, mayManageMembers } from './tables.policy.ts';
import {
  AccelerationTableResolver,
  MembershipMutations,
  MembershipResolver,
  ViewerMemberships,
} from './tables.resolver.ts';

export { AccelerationTable } from './acceleration-table.entity.ts';
export { dutchHolidays } from './dutch-holidays.ts';
export { RhythmDateType } from './rhythm.types.ts';
export type { RhythmDateFace } from './rhythm-preview.ts';
export { lockTable, rhythmOf } from './table-rhythm.ts';
export { mayChangeRhythm } from './tables.policy.ts';
export { AccelerationTableType, TableLevelEnum, TableRoleEnum } from './tables.types.ts';

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
    TableRhythmResolver,
    RhythmMutations,
    RhythmPreviewResolver,
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
    platform.abilities.register<AccelerationTable>('AccelerationTable', 'CHANGE_RHYTHM', (_context, viewer, table) =>
      mayChangeRhythm(viewer, table.id),
    );
  },
};
