import type { AppModule } from '../people/people.module.ts';

export { setWatching, watchedBy } from './watch.ts';

/** What people say about something, and what they follow. A later room says what that something is, and who may see it. */
export const DiscussionModule: AppModule = {
  name: 'discussion',
  entities: [],
  resolvers: [],
  nodes: [],
  register() {},
};
