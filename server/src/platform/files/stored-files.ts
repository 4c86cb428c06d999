import type { SqlEntityManager } from '@mikro-orm/sql';
import { fileLimits } from '@versnellingstafel/shared/files/file-limits';
import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import type { FileStore, StagedContent } from './file-store.ts';

/** A file that somebody uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly pages: number | null;
}

const hour = 3_600_000;
export const storedFileColumns = `f.id, f.hash, f.name, f.media_type as "mediaType", f.size, f.pages`;

/** Whoever adds or removes a content waits for the other: what is being kept is never thrown away as unused. */
async function lockContent(em: SqlEntityManager, hash: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`content:${hash}`]);
}

/** Keeps a content and the row that names it, loose until something uses it. @returns its id. */
export async function storeFile(
  database: Database,
  staged: StagedContent,
  file: Omit<StoredFile, 'id' | 'hash' | 'size'> & { readonly by: string; readonly at: Date },
): Promise<string> {
  const id = newId();
  await database.fork().transactional(async (em) => {
    await lockContent(em as SqlEntityManager, staged.hash);
    await staged.keep();
    await (em as SqlEntityManager).execute(
      `insert into stored_file (id, hash, name, media_type, size, pages, uploaded_by_id, uploaded_at, loose_since)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, staged.hash, file.name, file.mediaType, staged.size, file.pages, file.by, file.at, file.at],
    );
  });
  return id;
}

/** How many files of this person nothing uses. */
export async function looseFilesOf(em: SqlEntityManager, personId: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from stored_file where uploaded_by_id = ? and loose_since is not null',
    [personId],
  );
  return row?.count ?? 0;
}

/** Something uses the file from now on. */
export async function attachFile(em: SqlEntityManager, fileId: string): Promise<void> {
  await em.execute('update stored_file set loose_since = null where id = ?', [fileId]);
}

/** Nothing uses the file any longer; it stays for a day, so that this can be undone. */
export async function releaseFile(em: SqlEntityManager, fileId: string, now: Date): Promise<void> {
  await em.execute('update stored_file set loose_since = ? where id = ?', [now, fileId]);
}

/**
 * Throws away what nothing has used for a day: first the row, then its content when no other row names it.
 * @param forget takes away what still names a file, in the same transaction.
 */
export async function cleanLooseFiles(
  database: Database,
  store: FileStore,
  now: Date,
  forget: (em: SqlEntityManager, fileId: string) => Promise<void>,
): Promise<void> {
  const before = new Date(now.getTime() - fileLimits.looseHours * hour);
  const loose = await database
    .fork()
    .execute<{ id: string; hash: string }[]>(
      'select id, hash from stored_file where loose_since < ? order by loose_since limit 200',
      [before],
    );
  for (const { id, hash } of loose) {
    await database.fork().transactional(async (open) => {
      const em = open as SqlEntityManager;
      const [still] = await em.execute<object[]>(
        'select id from stored_file where id = ? and loose_since < ? for update',
        [id, before],
      );
      if (!still) return;
      await forget(em, id);
      await em.execute('delete from stored_file where id = ?', [id]);
    });
    await database.fork().transactional(async (open) => {
      const em = open as SqlEntityManager;
      await lockContent(em, hash);
      const users = await em.execute<object[]>('select id from stored_file where hash = ? limit 1', [hash]);
      if (users.length === 0) await store.remove(hash);
    });
  }
}
