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

/** The texts of this person of which this device has a copy. */
export function localCopies(personId: string): Copies {
  try {
    return JSON.parse(localStorage.getItem(listKey(personId)) ?? '{}') as Copies;
  } catch {
    // Storage is blocked, or not ours: then nothing was kept.
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

/** Takes what the server refused of a text, once. */
export function takeRefused(personId: string, name: string): string | null {
  const copies = localCopies(personId);
  const { refused, ...copy } = copies[name] ?? { unsent: false, label: '' };
  if (refused === undefined) return null;
  write(personId, { ...copies, [name]: copy });
  return refused;
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
