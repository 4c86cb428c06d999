import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import type { SortKey } from '../../platform/graphql/keyset-page.ts';
import type { BottleneckOrder } from './bottleneck.enums.ts';
import { type ListedBottleneck, municipalityName, ownerName } from './bottleneck.face.ts';

type Key = SortKey<ListedBottleneck>;

/** The place of a state in the journey; the same expression as that of its index. */
const travelOrder = `array_position(array[${bottleneckStates.map((state) => `'${state}'`).join(', ')}], b.state)`;

const byDue: Key = { sql: 'b.due_on', direction: 'asc', nullable: true, value: (row) => row.dueOn };
const numberPart = (part: 2 | 3): Key => ({
  sql: `split_part(b.number, '-', ${part})::int`,
  direction: 'asc',
  value: (row) => Number(row.number.split('-')[part - 1]),
});

/** How each order sorts; the id decides between equals. */
export const bottleneckOrders: Readonly<Record<BottleneckOrder, readonly Key[]>> = {
  DUE_ON: [byDue],
  HOMES_DESC: [{ sql: 'b.homes_blocked', direction: 'desc', value: (row) => row.homesBlocked }],
  FILED_ON_DESC: [{ sql: 'b.filed_on', direction: 'desc', value: (row) => row.filedOn }],
  MUNICIPALITY: [{ sql: municipalityName, direction: 'asc', value: (row) => row.municipalityKey }, byDue],
  NUMBER: [numberPart(2), numberPart(3)],
  OWNER: [{ sql: ownerName, direction: 'asc', value: (row) => row.ownerKey }, byDue],
  STATE: [{ sql: travelOrder, direction: 'asc', value: (row) => bottleneckStates.indexOf(row.state) + 1 }, byDue],
  TITLE: [{ sql: 'lower(b.title)', direction: 'asc', value: (row) => row.titleKey }],
  UPDATED_DESC: [{ sql: 'b.updated_at', direction: 'desc', value: (row) => row.updatedAt.toISOString() }],
};
