import { useQuery } from '@apollo/client/react';
import { useLiveRefetch } from '../../../../features/live/use-live-refetch.ts';
import type { ItemAbout } from '../../../../features/meetings/items/item-about.ts';
import { meetingPreparationQuery, type ItemInPreparation, type MeetingInPreparation } from './preparation-query.ts';

export interface InPreparation {
  /** Undefined until it is there; what was there stays while it is fetched again. */
  meeting: MeetingInPreparation | undefined;
  failed: boolean;
  retry: () => void;
  itemOf: (id: string) => ItemInPreparation | undefined;
  aboutOf: (id: string) => ItemAbout | undefined;
}

/** What preparing a meeting takes beside its agenda; fetched again after every event about the meeting, one's own too. */
export function usePreparation(meetingId: string): InPreparation {
  const { data, previousData, error, refetch } = useQuery(meetingPreparationQuery, {
    variables: { id: meetingId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  useLiveRefetch({ subjectId: meetingId }, () => refetch());
  const meeting = (data ?? previousData)?.meeting ?? undefined;
  const itemOf = (id: string): ItemInPreparation | undefined => meeting?.items.find((item) => item.id === id);
  return {
    meeting,
    failed: error !== undefined && meeting === undefined,
    retry: () => void refetch().catch(() => undefined),
    itemOf,
    aboutOf: (id) => {
      const item = itemOf(id);
      return (
        item && {
          why: item.why,
          papers: item.papers.length,
          guests: item.guests.length,
          annotated: Boolean(item.annotation),
        }
      );
    },
  };
}
