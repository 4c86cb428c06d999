import { AsyncLocalStorage } from 'node:async_hooks';
import type { AbstractSqlConnection } from '@mikro-orm/sql';
import { SecondForkInTransaction } from './database-error.ts';

const scope = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Makes every use of a second entity manager inside an open transaction fail at once.
 *
 * PGlite has one connection, so the second manager would wait for ever for the first. On PostgreSQL the
 * same code would wait for ever only when the pool is empty, so it is refused there too.
 */
export function allowOneTransaction(connection: AbstractSqlConnection): void {
  const { transactional, begin, execute } = connection;
  const refuseSecond = (ctx: unknown) => {
    if (!ctx && scope.getStore()?.open) {
      throw new SecondForkInTransaction(
        'Another entity manager is used inside an open transaction: it would wait for ever for that transaction. Use the one of the transaction (tx.em), or do this before or after it.',
      );
    }
  };
  connection.transactional = async (work, options = {}) => {
    refuseSecond(options.ctx);
    if (options.ctx) return transactional.call(connection, work, options) as ReturnType<typeof work>;
    const state = { open: true };
    const inScope: typeof work = (trx) => scope.run(state, () => work(trx));
    try {
      return (await transactional.call(connection, inScope, options)) as Awaited<ReturnType<typeof work>>;
    } finally {
      state.open = false;
    }
  };
  connection.begin = async (options = {}) => {
    refuseSecond(options.ctx);
    return begin.call(connection, options);
  };
  connection.execute = (async (...args: Parameters<typeof execute>) => {
    refuseSecond(args[3]);
    return execute.apply(connection, args);
  }) as typeof execute;
}
