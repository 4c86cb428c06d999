import type { Messages } from './message.ts';

/** What can stand in the way of actions. */
export const actionMessages = {
  UNKNOWN_ACTION: {
    nl: 'Deze actie bestaat niet, of is niet voor jou zichtbaar. Controleer het nummer.',
    en: 'This action does not exist, or is not visible to you. Check the number.',
  },
} as const satisfies Messages;
