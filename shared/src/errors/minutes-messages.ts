import type { Messages } from './message.ts';

/** What can stand in the way of minutes. */
export const minutesMessages = {
  MINUTES_ADOPTED: {
    nl: 'Het verslag is vastgesteld en verandert niet meer. Stel een aanvulling voor.',
    en: 'The minutes are adopted and no longer change. Propose an addendum.',
  },
} as const satisfies Messages;
