import type { AppModule } from '../people/people.module.ts';
import { engineOf } from './engine-of.ts';
import { registerIndexJob } from './index/keep-index.ts';
import { searchProjector } from './index/search-projector.ts';
import { SearchResolver, SimilarBottleneckResolver } from './search.resolver.ts';

export { rebuildSearch } from './index/keep-index.ts';

/** Finds cases, notes and all around them as people ask for them, and only those that the viewer may see. */
export const SearchModule: AppModule = {
  name: 'search',
  entities: [],
  resolvers: [SearchResolver, SimilarBottleneckResolver],
  register(platform) {
    platform.streams.registerProjector('search', searchProjector(engineOf(platform)));
    registerIndexJob(platform);
  },
};
