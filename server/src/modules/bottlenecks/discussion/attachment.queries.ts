import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AttachmentKind } from '../../discussion/discussion.module.ts';
import type { AppContext } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { visibleAttachments } from './visible-discussion.ts';

/** A file or a link as it shows with a case. */
export interface AttachmentFace {
  readonly id: string;
  readonly bottleneckId: string;
  readonly title: string;
  readonly kind: AttachmentKind;
  readonly link: string | null;
  readonly addedById: string;
  readonly addedAt: Date;
  readonly removed: boolean;
  readonly hash: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
}

async function find(context: AppContext, where: string, ids: readonly string[]): Promise<AttachmentFace[]> {
  if (context.viewer === null) return [];
  const visible = visibleAttachments(context.viewer);
  const rows = await context.em.execute<(Omit<AttachmentFace, 'addedAt'> & { addedAt: number })[]>(
    `select a.id, a.subject_id as "bottleneckId", a.title, case when a.url is null then 'FILE' else 'LINK' end as kind, a.url as link,
       a.added_by_id as "addedById", extract(epoch from a.added_at)::float8 * 1000 as "addedAt", a.removed_at is not null as removed,
       f.hash, f.name as "fileName", f.media_type as "mediaType", f.size
     from attachment a join bottleneck b on b.id = a.subject_id and a.subject_kind = '${bottleneckKind}' left join stored_file f on f.id = a.file_id
     where ${where} and ${visible.sql} order by a.added_at, a.id`,
    [arrayLiteral(ids), ...visible.params],
  );
  return rows.map((row) => ({ ...row, addedAt: new Date(row.addedAt) }));
}

/** The files and links of a case that the viewer reads, the oldest first; one statement for all that are asked for. */
export async function attachmentsOf(context: AppContext, bottleneckId: string): Promise<readonly AttachmentFace[]> {
  const loader = context.loader<AttachmentFace[]>('attachmentsOf', async (ids) =>
    grouped(
      await find(context, 'a.subject_id = any(?::uuid[]) and a.removed_at is null', ids),
      (face) => face.bottleneckId,
    ),
  );
  return (await loader.load(bottleneckId)) ?? [];
}

/** The load of the node: also one that was taken away, which can be put back. */
export async function loadAttachments(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, AttachmentFace>> {
  return new Map((await find(context, 'a.id = any(?::uuid[])', ids)).map((face) => [face.id, face]));
}

/** Where it is got: an address of this server for what was uploaded. */
export function attachmentUrl({ id, link, fileName }: AttachmentFace): string {
  return link ?? `/attachments/${id}/${encodeURIComponent(fileName ?? 'bijlage')}`;
}
