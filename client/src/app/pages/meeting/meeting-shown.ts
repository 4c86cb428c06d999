import type { MeetingPageQuery } from '../../../generated/graphql.ts';

/** A meeting as its page has it. */
export type MeetingShown = NonNullable<MeetingPageQuery['meeting']>;
