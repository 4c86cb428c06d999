import { personId, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

const what = 'Een actie tussen twee vergaderingen';

/** The life of an action that is agreed between meetings. */
export function actionCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, by: string, fields: () => Promise<object>): MutationCase => ({
    mutation,
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const action = async () => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from action where meeting_id is null order by created_at desc, id desc limit 1',
      [],
    );
    return { actionId: `Action_${row.id}`, expectedVersion: row.version };
  };
  return [
    plain('addAction', 'secretary-west', async () => {
      const row = await one<{ id: string }>('select id from bottleneck where number = ?', ['KP-2026-013']);
      return {
        tableId: tableId('west'),
        what,
        ownerId: personId('lead-zwartewaterland'),
        dueOn: '2027-03-01',
        bottleneckId: `Bottleneck_${row.id}`,
      };
    }),
    plain('editAction', 'lead-zwartewaterland', async () => ({
      ...(await action()),
      what: `${what}, beter verwoord`,
      ownerId: personId('lead-zwartewaterland'),
      dueOn: '2027-03-08',
    })),
    plain('completeAction', 'lead-zwartewaterland', async () => ({ ...(await action()), note: 'Is gedaan.' })),
    plain('reopenAction', 'secretary-west', action),
    plain('withdrawAction', 'chair-west', async () => ({ ...(await action()), reason: 'Niet meer nodig.' })),
  ];
}
