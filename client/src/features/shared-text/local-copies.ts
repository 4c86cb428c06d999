/** A text of which this device has a copy. */
export interface LocalCopy {
  /** Is there something in it that the server has not said to have? */
  unsent: boolean;
  /** What people call it. */
  label: string;
  /** Words that the server no longer takes, until somebody has dealt with them. */
  refused?: string;
}

type Copies = Record<string, LocalCopy>;

const listKey = (personId: string): string => `texts:${personId}`;
/** The name of the database in this browser: one for each person and document, so that nobody finds what another wrote. */
export const databaseName = (personId: string, name: string): string => `text:${personId}:${name}`;

/** The texts that stand open on this page, by name: nobody has to send for them what they send themselves. */
export const openTexts = new Set<string>();

/** All that is known of the copies of this person, as it is kept; for who watches whether it changes. */
export function copiesAsKept(personId: string): string | null {
  try {
    return localStorage.getItem(listKey(personId));
  } catch {
    // Storage is blocked: then nothing was kept.
    return null;
  }
}

/** The texts of this person of which this device has a copy. */
export function localCopies(personId: string): Copies {
  try {
    return JSON.parse(copiesAsKept(personId) ?? '{}') as Copies;
  } catch {
    // Not ours: then nothing was kept.
    return {};
  }
}

function write(personId: string, copies: Copies): void {
  try {
    if (Object.keys(copies).length === 0) localStorage.removeItem(listKey(personId));
    else localStorage.setItem(listKey(personId), JSON.stringify(copies));
  } catch {
    // Storage is blocked: the list is lost, and with it only that signing out can ask about it.
  }
}

/** Notes what is known of a copy. */
export function noteCopy(personId: string, name: string, change: Partial<LocalCopy>): void {
  const copies = localCopies(personId);
  const copy = { unsent: false, label: '', ...copies[name], ...change };
  write(personId, { ...copies, [name]: copy });
}

/** Forgets what is known of a copy; the copy itself is deleted by whoever has it open, or by `wipeCopies`. */
export function forgetCopy(personId: string, name: string): void {
  const { [name]: _gone, ...rest } = localCopies(personId);
  write(personId, rest);
}

const changed = 'vt-texts';

/** Says on this page that there is something to do about a copy. */
export function tellCopies(): void {
  window.dispatchEvent(new Event(changed));
}

/** Hears that there is something to do about a copy, until the returned function is called. */
export function onCopies(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

const deleted = (database: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(database);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => resolve());
    // Another tab has it open; it goes as soon as that lets go.
    request.addEventListener('blocked', () => resolve());
  });

/** Deletes every copy of this person on this device. */
export async function wipeCopies(personId: string): Promise<void> {
  const names = Object.keys(localCopies(personId));
  write(personId, {});
  await Promise.all(names.map((name) => deleted(databaseName(personId, name))));
}
