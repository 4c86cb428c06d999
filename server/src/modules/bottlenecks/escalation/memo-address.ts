const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const address = new RegExp(`^/documents/escalations/(${uuid})\\.pdf$`);

/** Where the memo of an escalation is read as a PDF. */
export function memoUrl(escalationId: string): string {
  return `/documents/escalations/${escalationId}.pdf`;
}

/** The escalation of which an address asks the memo; null when it is no such address. */
export function readMemoAddress(path: string): string | null {
  return address.exec(path)?.[1] ?? null;
}
