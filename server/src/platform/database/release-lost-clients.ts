import type { Pool, PoolClient } from 'pg';

/**
 * Gives a connection that breaks inside a transaction back to the pool. Kysely gives one back after its
 * `rollback` or `commit` succeeded, which on a broken connection never happens: without this every restart
 * of PostgreSQL would take places from the pool for good.
 */
export function releaseLostClients(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_, client) => inUse.delete(client));
  pool.on('connect', (client) => {
    client.on('end', () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // Outside transactions Kysely does give it back, and the pool throws when that happens twice.
      client.release = () => undefined;
    });
  });
}
