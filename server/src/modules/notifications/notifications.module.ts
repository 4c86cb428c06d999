import type { AppModule } from '../people/people.module.ts';
import { AskedResolver } from './asked.resolver.ts';
import { inboxKind, inboxProjector } from './inbox-projector.ts';
import { inboxRights } from './inbox-stream.ts';
import { loadInboxItems } from './inbox.queries.ts';
import { registerLadder } from './ladder/climb-ladder.ts';
import { registerReminderMail } from './ladder/reminder-mail.ts';
import { InboxPayloadResolver, InboxResolver } from './inbox.resolver.ts';

/** What reaches a person, and what is asked of them. */
export const NotificationsModule: AppModule = {
  name: 'notifications',
  entities: [],
  resolvers: [InboxResolver, InboxPayloadResolver, AskedResolver],
  nodes: [{ type: 'InboxItem', kind: 'inboxItem', load: loadInboxItems }],
  register(platform) {
    platform.streams.registerKind(inboxKind, inboxRights(platform));
    platform.streams.registerProjector('inbox', inboxProjector);
    registerLadder(platform);
    registerReminderMail(platform);
  },
};
