import { uuidPattern } from '../../../platform/ids/uuid-text.ts';
const address = new RegExp(`^/documents/escalations/(${uuidPattern})\\.pdf$`);

/** Where the memo of an escalation is read as a PDF. */
export function memoUrl(escalationId: string): string {
  return `/documents/escalations/${escalationId}.pdf`;
}

/** The escalation of which an address asks the memo; null when it is no such address. */
export function readMemoAddress(path: string): string | null {
  return address.exec(path)?.[1] ?? null;
}
