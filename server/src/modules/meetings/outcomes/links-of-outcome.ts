import type { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { visibleNote } from '../../knowledge/knowledge.module.ts';
import type { Viewer } from '../../people/people.module.ts';

/** A case that the viewer may see and that is no draft, by its global id; null when none is named. */
export async function knownCase(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  bottleneckId: string | null | undefined,
): Promise<string | null> {
  if (bottleneckId == null) return null;
  const id = uuidOf('Bottleneck', bottleneckId);
  const visible = visibleBottlenecks(viewer, 'b');
  const [row] =
    id === null
      ? []
      : await tx.em.execute<{ id: string }[]>(
          `select b.id from bottleneck b where b.id = ? and b.state <> 'DRAFT' and ${visible.sql}`,
          [id, ...visible.params],
        );
  if (!row) check.refuse('bottleneckId', 'UNKNOWN_BOTTLENECK');
  return row?.id ?? null;
}

/** A note that the viewer may see, by its global id; null when none is named. */
export async function knownNote(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  noteId: string | null | undefined,
): Promise<string | null> {
  if (noteId == null) return null;
  const note = await visibleNote(tx, viewer, noteId);
  if (!note) check.refuse('noteId', 'UNKNOWN_NOTE');
  return note?.id ?? null;
}

/** Is this case confidential now? */
export async function isConfidential(tx: Transaction, bottleneckId: string): Promise<boolean> {
  const rows = await tx.em.execute<object[]>(
    `select id from bottleneck where id = ? and confidentiality = 'CONFIDENTIAL'`,
    [bottleneckId],
  );
  return rows.length > 0;
}
