import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Comment } from '../../discussion/discussion.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { openBottleneck } from '../open-bottleneck.ts';
import { commentKind, recordDiscussion } from './discussion-events.ts';
import { checkMentions, keepMentions } from './mentions.ts';
import { permitAct } from './permit-act.ts';

export interface AddComment {
  readonly bottleneckId: string;
  readonly text: string;
  readonly mentionIds?: readonly string[] | null | undefined;
}

/**
 * Says something about a case; who is named in it hears of it. The case itself does not change. For its people and who sits at its table.
 * @throws Refusal with every field problem, Forbidden (CASE_OR_TABLE_ONLY).
 */
export async function addComment(
  tx: Transaction,
  viewer: Viewer,
  input: AddComment,
): Promise<{ bottleneckId: string; commentId: string }> {
  const { row, facts } = await openBottleneck(tx, viewer, input.bottleneckId);
  permitAct(mayAct('COMMENT', facts));
  const check = new InputCheck();
  const text = check.text('text', input.text, { min: 1, max: discussionLimits.textMax });
  const mentionIds = await checkMentions(tx, check, row.id, input.mentionIds ?? []);
  check.done();

  const comment = tx.em.create(Comment, {
    id: tx.newId(),
    subjectKind: bottleneckKind,
    subjectId: row.id,
    version: 1,
    text,
    inConfidence: row.confidentiality === 'CONFIDENTIAL',
    authorId: viewer.personId,
    writtenAt: tx.now,
    editedAt: null,
    removedAt: null,
  });
  await tx.em.flush();
  await keepMentions(tx, comment.id, mentionIds);
  recordDiscussion(tx, row, 'COMMENT_ADDED', { kind: commentKind, id: comment.id }, { mentionIds });
  return { bottleneckId: row.id, commentId: comment.id };
}
