import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { actionEvent } from './action.events.ts';
import { Action } from './action.entity.ts';

/** Ends an open action that was written down by mistake; one that is closed stays as it is. Rights are the caller's to check. */
export async function takeBackAction(tx: Transaction, viewer: Viewer, actionId: string): Promise<void> {
  const [row] = await tx.em.execute<object[]>('select * from action where id = ? for update', [actionId]);
  const action = row ? tx.em.map(Action, row) : null;
  if (action?.state !== 'OPEN') return;
  action.withdraw('', { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(actionEvent('ACTION_WITHDRAWN', action, [{ field: 'state', before: 'OPEN', after: 'WITHDRAWN' }]));
}
