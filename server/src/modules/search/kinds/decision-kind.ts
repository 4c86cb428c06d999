import { decisionsForSearch, outcomeKind, visibleDecisions } from '../../meetings/meetings.module.ts';
import type { DocumentKind } from './document-kind.ts';
import { factsOfMeeting } from './facts-of-meeting.ts';
import { titleFrom } from './title-from.ts';

/** What tables decided, by the words of the decision, its number and what it was about. */
export const decisionDocuments: DocumentKind = {
  kind: 'DECISION',
  label: { nl: 'Besluiten', en: 'Decisions' },
  node: 'AgendaOutcome',
  subject: outcomeKind,
  table: 'agenda_outcome',
  visible: visibleDecisions,
  those: `r.withdrawn_at is null and r.kind in ('DECISION', 'AMENDED_DECISION')`,
  states: [],
  facts: factsOfMeeting,
  async searchText(em, ids) {
    const decisions = await decisionsForSearch(em, ids);
    return decisions.map(({ id, text, number, itemTitle, recordedAt }) => ({
      id,
      ...titleFrom(text),
      body: [],
      keywords: [number ?? '', itemTitle],
      themeCodes: [],
      changedAt: recordedAt,
    }));
  },
};
