import { itemsOfMeetings, minutesForSearch, minutesItemsAfter } from '../../meetings/meetings.module.ts';
import type { DocumentSource } from './document-source.ts';

/** What minutes say, item by item: an item is found again with what was said and decided on it. */
export const minutesSource: DocumentSource = {
  kind: 'MINUTES',
  subject: 'meeting',
  targetsOf: itemsOfMeetings,
  async searchText(em, ids) {
    const items = await minutesForSearch(em, ids);
    return items.map(({ id, title, paragraphs, numbers, changedAt }) => ({
      id,
      title,
      summary: '',
      body: paragraphs,
      keywords: numbers,
      themeCodes: [],
      changedAt,
    }));
  },
  idsAfter: minutesItemsAfter,
};
