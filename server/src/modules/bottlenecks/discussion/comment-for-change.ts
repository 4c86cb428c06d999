import type { CommentVerb } from '@versnellingstafel/shared/discussion/permissions';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Comment } from '../../discussion/discussion.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Bottleneck } from '../bottleneck.entity.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { permitOnSaid, saidFacts } from './said-facts.ts';
import { visibleComments } from './visible-discussion.ts';

export interface CommentVersion {
  readonly commentId: string;
  readonly expectedVersion: number;
}

/**
 * A comment with its case, both locked, that the viewer may change so, having seen its latest version.
 * @throws Refusal (UNKNOWN_COMMENT, changed meanwhile, taken away or not), Forbidden.
 */
export async function commentForChange(
  tx: Transaction,
  viewer: Viewer,
  verb: CommentVerb,
  input: CommentVersion,
): Promise<{ comment: Comment; row: Bottleneck }> {
  const unknown = notFoundProblem(['input', 'commentId'], 'UNKNOWN_COMMENT');
  const id = uuidOf('Comment', input.commentId) ?? refuse(unknown);
  const visible = visibleComments(viewer);
  const [caseRow] = await tx.em.execute<object[]>(
    `select b.* from comment c join bottleneck b on b.id = c.subject_id and c.subject_kind = '${bottleneckKind}'
     where c.id = ? and ${visible.sql} for update of b`,
    [id, ...visible.params],
  );
  const [commentRow] = caseRow ? await tx.em.execute<object[]>('select * from comment where id = ?', [id]) : [];
  if (!caseRow || !commentRow) return refuse(unknown);
  const row = tx.em.map(Bottleneck, caseRow);
  const comment = tx.em.map(Comment, commentRow);
  const said = { byId: comment.authorId, removed: comment.removedAt !== null };
  const facts = saidFacts(viewer, said, row.heldById);
  // A version that was never seen says more than what may not be done with this one.
  permitOnSaid(verb, { ...facts, removed: verb === 'RESTORE' }, 'commentId');
  if (comment.version !== input.expectedVersion) {
    refuse(
      conflictProblem({
        current: { type: 'Comment', id: comment.id },
        currentVersion: comment.version,
        changedById: comment.authorId,
        changedAt: comment.removedAt ?? comment.editedAt ?? comment.writtenAt,
      }),
    );
  }
  permitOnSaid(verb, facts, 'commentId');
  return { comment, row };
}
