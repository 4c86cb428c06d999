import type { Transaction } from '../../platform/streams/transaction.ts';

const slugMax = 80;

/** Words that name a page of their own below `/kennis`. */
const reserved = new Set(['nieuw', 'new', 'bewerken', 'edit']);

/** Any fixed number: notes written at the same moment take their slug one after the other. */
const slugLock = 7_301_001;

/** The words of a title for use in an address: small letters, no accents, hyphens; cut at a word. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut =
    words.length <= slugMax
      ? words
      : words
          .slice(0, slugMax + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, slugMax);
  const slug = cut || 'notitie';
  return reserved.has(slug) ? `${slug}-notitie` : slug;
}

/**
 * A slug that no other note has. It never changes afterwards, so that links keep working.
 * A note that not everybody sees gets an unguessable tail: otherwise the number behind the slug of a public note with the
 * same title would tell that it exists.
 */
export async function uniqueSlug(tx: Transaction, title: string, seenByAll: boolean): Promise<string> {
  const base = slugOf(title);
  if (!seenByAll) return `${base}-${tx.newId().slice(-12)}`;
  await tx.em.execute('select pg_advisory_xact_lock(?)', [slugLock]);
  const taken = await tx.em.execute<{ slug: string }[]>('select slug from knowledge_note where slug = ? or slug ~ ?', [
    base,
    `^${base}-[0-9]{1,6}$`,
  ]);
  const slugs = new Set(taken.map((row) => row.slug));
  let candidate = base;
  for (let next = 2; slugs.has(candidate); next += 1) candidate = `${base}-${next}`;
  return candidate;
}
