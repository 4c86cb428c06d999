import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { pageOf } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { saidOf } from './said-facts.ts';
import { visibleComments } from './visible-discussion.ts';

/** A comment as it is kept. */
export interface CommentFace {
  readonly id: string;
  readonly bottleneckId: string;
  readonly version: number;
  readonly text: string;
  readonly authorId: string;
  readonly writtenAt: Date;
  readonly editedAt: Date | null;
  readonly removed: boolean;
}

interface CommentRow extends Omit<CommentFace, 'writtenAt' | 'editedAt'> {
  readonly writtenAt: number;
  readonly editedAt: number | null;
}

const moment = (column: string) => `extract(epoch from ${column})::float8 * 1000`;
const columns = `c.id, c.subject_id as "bottleneckId", c.version, c.text, c.author_id as "authorId",
  ${moment('c.written_at')} as "writtenAt", ${moment('c.edited_at')} as "editedAt", c.removed_at is not null as removed`;
const from = `comment c join bottleneck b on b.id = c.subject_id and c.subject_kind = '${bottleneckKind}'`;

const toFace = (row: CommentRow): CommentFace => ({
  ...row,
  writtenAt: new Date(row.writtenAt),
  editedAt: row.editedAt === null ? null : new Date(row.editedAt),
});

export interface CommentPage extends Page<CommentFace> {
  count(): Promise<number>;
}

/** What was said about a case and the viewer reads, the latest first. */
export async function commentsOf(
  context: AppContext,
  bottleneckId: string,
  { first, after }: { first: number; after: string | null },
): Promise<CommentPage> {
  const viewer = context.requireViewer();
  const visible = visibleComments(viewer);
  const page = await pageOf<CommentFace>(context.platform.cursors, {
    list: 'comments',
    first,
    after,
    filter: [bottleneckId, viewer.personId],
    keys: [{ sql: 'c.written_at', direction: 'desc', value: (comment) => comment.writtenAt.toISOString() }],
    idSql: 'c.id',
    rows: async (at) => {
      const rows = await context.em.execute<CommentRow[]>(
        `select ${columns} from ${from} where c.subject_id = ? and ${visible.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [bottleneckId, ...visible.params, ...at.where.params],
      );
      return rows.map(toFace);
    },
  });
  return { ...page, count: () => countOf(context, bottleneckId) };
}

async function countOf(context: AppContext, bottleneckId: string): Promise<number> {
  const visible = visibleComments(context.requireViewer());
  const [row] = await context.em.execute<{ count: number }[]>(
    `select count(*)::int as count from ${from} where c.subject_id = ? and c.removed_at is null and ${visible.sql}`,
    [bottleneckId, ...visible.params],
  );
  return row?.count ?? 0;
}

/** The load of the node: comments by id, as far as the viewer reads them, in one statement. */
export async function loadComments(context: AppContext, ids: readonly string[]): Promise<Map<string, CommentFace>> {
  if (context.viewer === null) return new Map();
  const visible = visibleComments(context.viewer);
  const rows = await context.em.execute<CommentRow[]>(
    `select ${columns} from ${from} where c.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => [row.id, toFace(row)]));
}

/** The words of a comment: those that were taken away are for who may put them back. */
export async function wordsOf(context: AppContext, comment: CommentFace): Promise<string> {
  if (!comment.removed) return comment.text;
  const { isTheirs, isSecretary } = await saidOf(context, {
    bottleneckId: comment.bottleneckId,
    byId: comment.authorId,
    removed: true,
  });
  return isTheirs || isSecretary ? comment.text : '';
}

/** Whom a comment names, in the order in which it does; one statement for all that are asked for. */
export async function mentionsOf(context: AppContext, commentId: string): Promise<object[]> {
  const loader = context.loader<{ personId: string }[]>('mentionsOf', async (ids) => {
    const rows = await context.em.execute<{ commentId: string; personId: string }[]>(
      `select m.comment_id as "commentId", m.person_id as "personId" from comment_mention m
       where m.comment_id = any(?::uuid[]) order by m.position`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (row) => row.commentId);
  });
  const named = (await loader.load(commentId)) ?? [];
  return context.nodes(
    'Person',
    named.map(({ personId }) => personId),
  );
}
