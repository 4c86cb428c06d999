import { fileLimits } from '@versnellingstafel/shared/files/file-limits';
import type { InputCheck } from '../commands/input-check.ts';
import type { Transaction } from '../streams/transaction.ts';
import { uuidText } from '../ids/uuid-text.ts';

/** What somebody adds: a file that they uploaded, or a link to a page of the web. */
export interface FileOrLink {
  readonly fileId?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** A link as it is kept; null without one. Refuses both and neither, and what is no page of the web over https. */
export function checkLink(check: InputCheck, { url, fileId }: FileOrLink): string | null {
  if ((url == null) === (fileId == null)) {
    check.refuse(url == null ? 'fileId' : 'url', 'FILE_OR_LINK');
    return null;
  }
  if (url == null) return null;
  const text = check.text('url', url, { min: 1, max: fileLimits.urlMax, singleLine: true });
  if (check.hasProblem('url')) return null;
  const link = URL.canParse(text) ? new URL(text) : null;
  // A name and password in a link are there to mislead.
  if (link?.protocol === 'https:' && link.hostname.includes('.') && !link.username && !link.password) return link.href;
  check.refuse('url', 'HTTPS_LINK_ONLY');
  return null;
}

/** A file that this person uploaded and that nothing uses yet, locked; null without one. */
export async function checkUpload(
  tx: Transaction,
  personId: string,
  check: InputCheck,
  input: FileOrLink,
): Promise<string | null> {
  if (input.fileId == null || check.hasProblem('url')) return null;
  const [file] = uuidText.test(input.fileId)
    ? await tx.em.execute<{ id: string }[]>(
        'select id from stored_file where id = ? and uploaded_by_id = ? and loose_since is not null for update',
        [input.fileId, personId],
      )
    : [];
  if (!file) check.refuse('fileId', 'UNKNOWN_FILE');
  return file?.id ?? null;
}
