import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { rebuildSearch } from './modules/search/search.module.ts';
import { createLogger } from './platform/logging/logger.ts';

/**
 * `npm run search:rebuild` writes the whole index of search anew, on the database of the settings: after a backup was put back, for
 * example. A server on PostgreSQL can go on meanwhile; the embedded database has one process at a time.
 */
const log = createLogger('warn');
const app = await createApp({ config: readConfig(process.env), log, jobs: false });
try {
  const count = await rebuildSearch(app.platform, (done, total) => {
    process.stdout.write(`\r${done} van ${total}`);
  });
  process.stdout.write(`\r${count} documenten geschreven\n`);
} finally {
  await app.drain(() => Promise.resolve());
}
