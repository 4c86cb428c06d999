import type { SqlEntityManager } from '@mikro-orm/sql';
import * as Y from 'yjs';
import { arrayLiteral } from '../database/array-literal.ts';
import { blocksOf, type TextBlock } from './text-blocks.ts';

interface KeptText {
  name: string;
  snapshot: string | null;
  updates: string[];
}

const columns = `t.name, encode(t.snapshot, 'base64') as snapshot,
  array(select encode(u.update, 'base64') from shared_text_update u where u.name = t.name order by u.n) as updates`;

/**
 * What people wrote together in these documents, as far as it is committed. One statement. A document in which nothing is written is left
 * out. Rights are for whoever asks.
 */
export async function readSharedText(
  em: SqlEntityManager,
  names: readonly string[],
): Promise<Map<string, TextBlock[]>> {
  if (names.length === 0) return new Map();
  return textsOf(
    await em.execute<KeptText[]>(`select ${columns} from shared_text t where t.name = any(?::text[])`, [
      arrayLiteral(names),
    ]),
  );
}

/** The same for every document whose name begins with one of these and a colon. */
export async function readSharedTextBelow(
  em: SqlEntityManager,
  beginnings: readonly string[],
): Promise<Map<string, TextBlock[]>> {
  if (beginnings.length === 0) return new Map();
  return textsOf(
    await em.execute<KeptText[]>(
      // A semicolon is the character after a colon.
      `select ${columns} from unnest(?::text[]) as given (beginning)
         join shared_text t on t.name >= given.beginning || ':' and t.name < given.beginning || ';'`,
      [arrayLiteral(beginnings)],
    ),
  );
}

function textsOf(rows: readonly KeptText[]): Map<string, TextBlock[]> {
  const texts = rows.map((row) => [row.name, blocksOfKept(row)] as const);
  return new Map(texts.filter(([, blocks]) => blocks.length > 0));
}

function blocksOfKept({ snapshot, updates }: KeptText): TextBlock[] {
  const doc = new Y.Doc();
  try {
    for (const update of snapshot === null ? updates : [snapshot, ...updates]) applyKept(doc, update);
    return blocksOf(doc);
  } finally {
    doc.destroy();
  }
}

/** One row that cannot be read must not hide the others. */
function applyKept(doc: Y.Doc, update: string): void {
  try {
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  } catch {
    // It was refused when it came, or is damaged: either way there is nothing in it to show.
  }
}
