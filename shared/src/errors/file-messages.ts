import type { Messages } from './message.ts';

/** What can stand in the way of files and mail. */
export const fileMessages = {
  UNKNOWN_PAPER: {
    nl: 'Dit stuk is er niet, of is niet voor jou zichtbaar.',
    en: 'This paper is not there, or not visible to you.',
  },
} as const satisfies Messages;
