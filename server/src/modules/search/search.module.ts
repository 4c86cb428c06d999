import type { AppModule, AppPlatform } from '../people/people.module.ts';
import { engineOf } from './engine-of.ts';
import { rebuildIndex } from './index/rebuild-index.ts';
import { searchProjector } from './index/search-projector.ts';
import { SearchResolver, SimilarBottleneckResolver } from './search.resolver.ts';

/** Finds cases and notes as people ask for them, and only those that the viewer may see. */
export const SearchModule: AppModule = {
  name: 'search',
  entities: [],
  resolvers: [SearchResolver, SimilarBottleneckResolver],
  register(platform) {
    platform.streams.registerProjector('search', searchProjector(engineOf(platform)));
  },
};

/** Writes the whole index anew, batch by batch, while searching goes on. @returns how many documents there are. */
export async function rebuildSearch(platform: AppPlatform): Promise<number> {
  const engine = engineOf(platform);
  return rebuildIndex(platform.database, await engine.splitter(), engine.sources);
}
