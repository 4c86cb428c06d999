import type { AppPlatform } from '../../people/people.module.ts';
import { engineOf } from '../engine-of.ts';
import { beginRebuild, indexState, isOutdated, rebuildStep } from './rebuild-index.ts';

export const indexJob = 'search-index';
/** Milliseconds between looks whether there is something to write. */
const every = 60_000;

/** Registers the work that writes the index anew when its rules have changed, or when somebody asked for it. */
export function registerIndexJob(platform: AppPlatform): void {
  platform.jobs.register(indexJob, {
    every,
    atStart: true,
    async run(stopping) {
      const { database, now, log } = platform;
      if (await isOutdated(database.fork())) {
        log.info('The search index is written anew: its rules have changed');
        await beginRebuild(database.fork(), now());
      }
      const splitter = await engineOf(platform).splitter();
      while (!stopping.aborted && (await rebuildStep(database, splitter, now)));
    },
  });
}

/**
 * Writes the whole index anew, batch by batch, while searching goes on.
 * @param progress hears after each batch how far it is.
 * @returns how many documents were written.
 */
export async function rebuildSearch(
  platform: AppPlatform,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const { database, now } = platform;
  const splitter = await engineOf(platform).splitter();
  await beginRebuild(database.fork(), now());
  for (;;) {
    const more = await rebuildStep(database, splitter, now);
    const { done, total } = await indexState(database.fork());
    progress(done, total);
    if (!more) return done;
  }
}
