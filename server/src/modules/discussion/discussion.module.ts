import type { AppModule } from '../people/people.module.ts';
import { Attachment } from './attachment.entity.ts';
import { Comment } from './comment.entity.ts';
import { OnlookerResolver } from './onlooker.resolver.ts';

export { Attachment } from './attachment.entity.ts';
export { AttachmentInput, type AttachmentKind, AttachmentPayload, AttachmentType } from './attachment.types.ts';
export { Comment } from './comment.entity.ts';
export {
  CommentConnection,
  CommentPayload,
  CommentType,
  CommentVersionInput,
  EditCommentInput,
} from './comment.types.ts';
export { lookedAt, onlookersOf } from './onlookers-of.ts';
export { PresenceFrame } from './presence.types.ts';
export { setWatching, watchedBy } from './watch.ts';

/** What people say about something, put with it, follow, and look at together. A later room says what that something is, and who may see it. */
export const DiscussionModule: AppModule = {
  name: 'discussion',
  entities: [Comment, Attachment],
  resolvers: [OnlookerResolver],
  nodes: [],
  register() {},
};
