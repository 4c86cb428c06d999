import type { AppModule } from '../people/people.module.ts';
import { engineOf } from './engine-of.ts';
import { registerIndexJob } from './index/keep-index.ts';
import { searchProjector } from './index/search-projector.ts';
import { loadSavedSearches } from './saved/saved-search.ts';
import { SavedSearchResolver } from './saved/saved-search.resolver.ts';
import { SynonymGroup } from './tend/synonym-group.entity.ts';
import { mayTend } from './tend/tend-rights.ts';
import { loadGaps, loadSynonyms } from './tend/tend.queries.ts';
import {
  RecordSearchMutation,
  SearchGapResolver,
  SearchIndexMutations,
  SearchIndexQueries,
  SynonymGroupResolver,
  SynonymMutations,
} from './tend/tend.resolver.ts';
import { SearchResolver, SimilarBottleneckResolver } from './search.resolver.ts';

export { rebuildSearch } from './index/keep-index.ts';

/** Finds cases, notes and all around them as people ask for them, and only those that the viewer may see. */
export const SearchModule: AppModule = {
  name: 'search',
  entities: [SynonymGroup],
  resolvers: [
    SearchResolver,
    SimilarBottleneckResolver,
    SynonymGroupResolver,
    SynonymMutations,
    SearchGapResolver,
    RecordSearchMutation,
    SearchIndexQueries,
    SearchIndexMutations,
    SavedSearchResolver,
  ],
  nodes: [
    { type: 'SynonymGroup', kind: 'synonymGroup', load: loadSynonyms },
    { type: 'SavedSearch', kind: 'savedSearch', load: loadSavedSearches },
    { type: 'SearchGap', kind: 'searchGap', load: loadGaps },
  ],
  register(platform) {
    platform.streams.registerProjector('search', searchProjector(engineOf(platform)));
    registerIndexJob(platform);
    platform.abilities.register('Viewer', 'TEND_SEARCH', (_context, viewer) => mayTend(viewer));
  },
};
