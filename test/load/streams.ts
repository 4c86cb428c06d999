import { proveStreams } from '@versnellingstafel/server/platform/streams/streams.proof';
import { startPostgres } from '@versnellingstafel/server/testing/postgres';

/**
 * The full counts on a real PostgreSQL: eight writers, two hundred commands each, on one stream and on eight. Prints the
 * figures and fails below the bar.
 */
const server = await startPostgres();
try {
  await proveStreams(server.url);
  process.stdout.write('1 passed, 0 failed\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
} finally {
  await server.stop();
}
