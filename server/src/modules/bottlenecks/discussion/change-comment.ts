import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { commentForChange, type CommentVersion } from './comment-for-change.ts';
import { commentKind, recordDiscussion } from './discussion-events.ts';
import { checkMentions, keepMentions } from './mentions.ts';

export interface EditComment extends CommentVersion {
  readonly text: string;
  readonly mentionIds?: readonly string[] | null | undefined;
}

interface Changed {
  [key: string]: string;
  bottleneckId: string;
  commentId: string;
}

/** Says something otherwise; who is newly named hears of it. For who wrote it. @throws Refusal, Forbidden (AUTHOR_ONLY). */
export async function editComment(tx: Transaction, viewer: Viewer, input: EditComment): Promise<Changed> {
  const { comment, row } = await commentForChange(tx, viewer, 'EDIT', input);
  const check = new InputCheck();
  const text = check.text('text', input.text, { min: 1, max: discussionLimits.textMax });
  const before = await tx.em.execute<{ id: string }[]>(
    'select person_id as id from comment_mention where comment_id = ? order by position',
    [comment.id],
  );
  const already = before.map(({ id }) => id);
  const mentionIds =
    input.mentionIds == null ? already : await checkMentions(tx, check, row.id, input.mentionIds, already);
  check.done();

  const changed = { bottleneckId: row.id, commentId: comment.id };
  if (text === comment.text && mentionIds.join() === already.join()) return changed;
  comment.edit(text, tx.now);
  await tx.em.flush();
  await keepMentions(tx, comment.id, mentionIds);
  const added = mentionIds.filter((id) => !already.includes(id));
  recordDiscussion(tx, row, 'COMMENT_EDITED', { kind: commentKind, id: comment.id }, { mentionIds: added });
  return changed;
}

/** Takes away what was said. For who wrote it and the secretary. @throws Refusal, Forbidden. */
export async function removeComment(tx: Transaction, viewer: Viewer, input: CommentVersion): Promise<Changed> {
  const { comment, row } = await commentForChange(tx, viewer, 'REMOVE', input);
  comment.remove(tx.now);
  await tx.em.flush();
  recordDiscussion(tx, row, 'COMMENT_REMOVED', { kind: commentKind, id: comment.id });
  return { bottleneckId: row.id, commentId: comment.id };
}

/** Puts back what was taken away. For who wrote it and the secretary. @throws Refusal, Forbidden. */
export async function restoreComment(tx: Transaction, viewer: Viewer, input: CommentVersion): Promise<Changed> {
  const { comment, row } = await commentForChange(tx, viewer, 'RESTORE', input);
  comment.restore();
  await tx.em.flush();
  recordDiscussion(tx, row, 'COMMENT_RESTORED', { kind: commentKind, id: comment.id });
  return { bottleneckId: row.id, commentId: comment.id };
}
