import type { Messages } from './message.ts';

/** What can stand in the way of the rhythm of a table and its series of meetings. */
export const rhythmMessages = {
  MEETING_CANCELLED: {
    nl: 'Deze vergadering is afgezegd. Zet haar eerst terug.',
    en: 'This meeting is cancelled. Restore it first.',
  },
} as const satisfies Messages;
