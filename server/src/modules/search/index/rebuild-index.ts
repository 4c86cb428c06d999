import type { Database } from '../../../platform/database/database.ts';
import type { CompoundSplitter } from '../text/compound.ts';
import type { DocumentSource } from './document-source.ts';
import { writeDocuments } from './write-documents.ts';

const batch = 500;

/**
 * Writes every document anew, for a restored database or new rules of indexing. Each batch is a transaction of its own,
 * so that searching goes on meanwhile; it can be run again at any time.
 * @returns how many documents there are now.
 */
export async function rebuildIndex(
  database: Database,
  splitter: CompoundSplitter,
  sources: readonly DocumentSource[],
): Promise<number> {
  let count = 0;
  for (const source of sources) {
    let after: string | null = null;
    for (;;) {
      const ids: readonly string[] = await source.idsAfter(database.fork(), after, batch);
      if (ids.length === 0) break;
      await database.fork().transactional((em) => writeDocuments(em, splitter, source, ids));
      count += ids.length;
      after = ids.at(-1) ?? null;
    }
  }
  await database.fork().execute(
    `delete from search_document d where (d.kind = 'BOTTLENECK' and not exists (select from bottleneck b where b.id = d.target_id))
       or (d.kind = 'NOTE' and not exists (select from knowledge_note n where n.id = d.target_id))
       or (d.kind = 'MINUTES' and not exists (select from agenda_item i join minutes n on n.meeting_id = i.meeting_id where i.id = d.target_id))`,
  );
  return count;
}
