import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import type { Reference } from '../../../platform/streams/event.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform } from '../../people/people.module.ts';
import type { Bottleneck } from '../bottleneck.entity.ts';
import { bottleneckKind, type FieldChange, homeOf } from '../bottleneck.events.ts';

/** Names of comments and attachments in events. */
export const commentKind = 'comment';
export const attachmentKind = 'attachment';

export const discussionEvents = [
  'COMMENT_ADDED',
  'COMMENT_EDITED',
  'COMMENT_REMOVED',
  'COMMENT_RESTORED',
  'ATTACHMENT_ADDED',
  'ATTACHMENT_REMOVED',
  'ATTACHMENT_RESTORED',
] as const;
export type DiscussionEvent = (typeof discussionEvents)[number];

/**
 * Records that something was said or put with a case. It is about that very thing too, so that it shows to who reads that; the words
 * themselves are in no event, which nobody could take away again. The timelines of projects do not tell what is said about a case.
 */
export function recordDiscussion(
  tx: Transaction,
  row: Bottleneck,
  type: DiscussionEvent,
  thing: Reference,
  { changes = [], mentionIds = [] }: { changes?: readonly FieldChange[]; mentionIds?: readonly string[] } = {},
): void {
  tx.record({
    stream: homeOf(row),
    type,
    subjects: [{ kind: bottleneckKind, id: row.id }, thing],
    payload: {
      changes: changes.map((change) => ({ ...change })),
      ...(mentionIds.length > 0 && { mentionIds: [...mentionIds] }),
    },
  });
}

/** What is put with a draft is told to its filer alone, as everything of a draft is. */
export function registerDiscussionEvents(platform: AppPlatform): void {
  registerEventRule(
    platform,
    discussionEvents,
    (viewer, event) => event.stream.kind !== 'person' || event.stream.id === viewer.personId,
  );
}
