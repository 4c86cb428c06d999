import type { MinutesPageQuery } from '../../../generated/graphql.ts';

/** A meeting as the page of its minutes has it. */
export type MinutesMeeting = NonNullable<MinutesPageQuery['meeting']>;

interface Able {
  viewerCan: readonly { verb: string; allowed: boolean; reason?: string | null | undefined }[];
}

/** May the viewer do this, and if not, why not? */
export function may({ viewerCan }: Able, verb: string): { allowed: boolean; reason: string } {
  const ability = viewerCan.find((one) => one.verb === verb);
  return { allowed: ability?.allowed === true, reason: ability?.reason ?? '' };
}
