import { personId, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** Working on many cases: kept views, one change of several, work that is handed over, and cases that are followed. */
export function workListCases(one: One): readonly MutationCase[] {
  const plain = (
    mutation: string,
    fields: () => Promise<object>,
    { by = 'secretary-west', variant }: { by?: string; variant?: string } = {},
  ): MutationCase => ({
    mutation,
    ...(variant !== undefined && { variant }),
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const west = tableId('west').slice('AccelerationTable_'.length);
  const started = async () => {
    const row = await one<{ id: string; version: number; theme: string }>(
      `select b.id, b.version, (select t.code from bottleneck_theme bt join theme t on t.id = bt.theme_id
          where bt.bottleneck_id = b.id order by bt.position limit 1) as theme
       from bottleneck b
       where b.held_by_id = ?::uuid and b.state = 'IN_PROGRESS' and b.confidentiality <> 'CONFIDENTIAL'
         and exists (select from bottleneck_theme bt where bt.bottleneck_id = b.id)
         and not exists (select from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = b.id and t.code = 'SOORTEN')
       order by b.number desc limit 1`,
      [west],
    );
    return { versioned: { bottleneckId: `Bottleneck_${row.id}`, expectedVersion: row.version }, theme: row.theme };
  };
  const made = async (kind: 'CHANGE' | 'HAND_OVER') => {
    const sql =
      '(select id from bulk_change where kind = ? order by made_at desc, id desc limit 1) union all select gen_random_uuid() limit 1';
    return (await one<{ id: string }>(sql, [kind])).id;
  };
  const view = async () => {
    const row = await one<{ id: string; version: number }>(
      `(select id, version from bottleneck_view order by created_at desc, id desc limit 1)
       union all select gen_random_uuid(), 1 limit 1`,
      [],
    );
    return { viewId: `BottleneckView_${row.id}`, expectedVersion: row.version };
  };
  const list = { filter: { open: true }, columns: ['owner', 'due'], layout: 'TABLE' };
  return [
    plain('saveBottleneckView', async () => ({
      name: 'Wat loopt in het westen',
      search: 'staat=IN_PROGRESS',
      list,
      tableId: tableId('west'),
    })),
    plain('editBottleneckView', async () => ({
      ...(await view()),
      name: 'Wat nog loopt',
      search: 'staat=IN_PROGRESS&groep=EIGENAAR',
      list,
      tableId: tableId('west'),
    })),
    plain('removeBottleneckView', async () => {
      const { viewId } = await view();
      return { viewId };
    }),
    plain('changeBottlenecks', async () => {
      const { versioned, theme } = await started();
      const change = {
        ownerId: personId('lead-raalte'),
        leadId: personId('water-adviser'),
        dueOn: '2027-03-01',
        nextStep: 'Eerst samen bellen',
        addThemeCodes: ['SOORTEN'],
        removeThemeCodes: [theme],
        verb: 'HOLD',
        reason: 'Wacht op een meting',
        returnOn: '2027-02-01',
      };
      return { bottlenecks: [versioned], change, allowedOnly: false };
    }),
    plain('undoBulkChange', async () => ({ bulkChangeId: `BulkChange_${await made('CHANGE')}` })),
    plain('handOver', async () => ({
      fromPersonId: personId('lead-kampen'),
      toPersonId: personId('lead-staphorst'),
    })),
    plain('undoHandOver', async () => ({ handOverId: `HandOver_${await made('HAND_OVER')}` })),
    plain('watchBottleneck', async () => ({ bottleneckId: (await started()).versioned.bottleneckId, watching: true })),
  ];
}
