import type { SqlEntityManager } from '@mikro-orm/sql';
import type { MinutesTextBlock } from './frozen-minutes.ts';

/** What people wrote together on each item of meetings, by the id of the item. Rights are for whoever asks. */
export async function textsOf(
  _em: SqlEntityManager,
  _meetingIds: readonly string[],
): Promise<Map<string, MinutesTextBlock[]>> {
  return new Map();
}
