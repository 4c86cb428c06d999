import type { SqlEntityManager } from '@mikro-orm/sql';
import { readSharedTextBelow } from '../../../platform/collab/read-shared-text.ts';
import type { TextBlock } from '../../../platform/collab/text-blocks.ts';

/** The kind of document in which the minutes of one item are written together. */
export const minutesTextKind = 'minutes';

/** The name of the document for one item of a meeting. */
export function minutesTextName(meetingId: string, itemId: string): string {
  return `${minutesTextKind}:${meetingId}:${itemId}`;
}

/** What people wrote together on each item of these meetings, by the id of the item; one statement. Rights are for whoever asks. */
export async function readMinutesTexts(
  em: SqlEntityManager,
  meetingIds: readonly string[],
): Promise<Map<string, TextBlock[]>> {
  const texts = await readSharedTextBelow(
    em,
    meetingIds.map((id) => `${minutesTextKind}:${id}`),
  );
  return new Map([...texts].map(([name, blocks]) => [name.slice(name.lastIndexOf(':') + 1), blocks]));
}
