import { itemsOfMeetings, minutesForSearch, visibleMinutesItems } from '../../meetings/meetings.module.ts';
import type { DocumentKind } from './document-kind.ts';
import { factsOfMeeting } from './facts-of-meeting.ts';

/** What minutes say, item by item: an item is found again with what was said and decided on it. */
export const minutesDocuments: DocumentKind = {
  kind: 'MINUTES',
  label: { nl: 'Verslagen', en: 'Minutes' },
  node: 'AgendaItem',
  subject: 'meeting',
  table: 'agenda_item',
  visible: visibleMinutesItems,
  those: `exists (select from minutes n where n.meeting_id = r.meeting_id)`,
  states: [],
  facts: factsOfMeeting,
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
};
