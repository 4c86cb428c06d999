import type { AppPlatform } from '../people/people.module.ts';
import { SearchEngine } from './search-engine.ts';

const engines = new WeakMap<object, SearchEngine>();

/** The search engine of a server: one for each platform, so that two servers in one process share nothing. */
export function engineOf(platform: AppPlatform): SearchEngine {
  const known = engines.get(platform);
  if (known) return known;
  const engine = new SearchEngine();
  engines.set(platform, engine);
  return engine;
}
