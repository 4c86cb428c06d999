import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppContext } from '../../people/people.module.ts';

interface Pair {
  noteId: string;
  bottleneckId: string;
}

/** The notes that were drafted from a case, the latest first, as far as the viewer may see them. */
export async function notesDraftedFrom(context: AppContext, bottleneckId: string): Promise<object[]> {
  const loader = context.loader<Pair[]>('notesDraftedFrom', async (ids) => {
    const rows = await context.em.execute<Pair[]>(
      `select c.note_id as "noteId", c.bottleneck_id as "bottleneckId" from note_of_case c
       where c.bottleneck_id = any(?::uuid[]) order by c.drafted_at desc, c.note_id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (row) => row.bottleneckId);
  });
  const pairs = (await loader.load(bottleneckId)) ?? [];
  return context.nodes(
    'KnowledgeNote',
    pairs.map(({ noteId }) => noteId),
  );
}

/** The case that a note was drafted from; null when there is none, or when it is not the viewer's to see. */
export async function caseOfNote(context: AppContext, noteId: string): Promise<object | null> {
  const loader = context.loader<Pair>('caseOfNote', async (ids) => {
    const rows = await context.em.execute<Pair[]>(
      `select c.note_id as "noteId", c.bottleneck_id as "bottleneckId" from note_of_case c where c.note_id = any(?::uuid[])`,
      [arrayLiteral(ids)],
    );
    return new Map(rows.map((row) => [row.noteId, row]));
  });
  return context.node('Bottleneck', (await loader.load(noteId))?.bottleneckId);
}

/** Every note that was drafted from a case, whoever may see it. */
export async function noteIdsFrom(tx: Transaction, bottleneckId: string): Promise<string[]> {
  const rows = await tx.em.execute<{ noteId: string }[]>(
    'select note_id as "noteId" from note_of_case where bottleneck_id = ?',
    [bottleneckId],
  );
  return rows.map(({ noteId }) => noteId);
}
