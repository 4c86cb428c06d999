import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { Belonging_BottleneckFragment, BottleneckFilter } from '../../generated/graphql.ts';
import { useLiveEvents } from '../live/live-bus.ts';
import { useViewer } from '../session/session.ts';
import { belongingFragment, belongs } from './belongs.ts';

/** Milliseconds that the server has for the new list, before what the feed brought is shown without it. */
const patience = 300;

interface Unlisted {
  /** Rows that belong in the list and that the list does not have yet. */
  rows: readonly Belonging_BottleneckFragment[];
  /** Fetches the list, and shows meanwhile what came in when that takes long or does not work. */
  fetching: (refetch: () => Promise<{ error?: unknown }>) => Promise<void>;
}

/**
 * The feed brings a row before the list has it. Usually the list follows in a moment, in the right order; where it cannot be fetched,
 * the row is shown all the same: somebody waits for it.
 */
export function useUnlisted(listed: readonly { id: string }[], filter: BottleneckFilter): Unlisted {
  const client = useApolloClient();
  const viewerId = useViewer().person.id;
  const arrived = useRef(new Set<string>());
  const [shown, setShown] = useState<readonly string[]>([]);
  useLiveEvents({ subjectType: 'Bottleneck' }, ({ subjects }) => {
    for (const { __typename, id } of subjects) if (__typename === 'Bottleneck') arrived.current.add(id);
  });

  const inList = new Set(listed.map(({ id }) => id));
  return {
    rows: shown
      .filter((id) => !inList.has(id))
      .flatMap((id) => {
        const from = { __typename: 'Bottleneck', id } as const;
        const row = client.readFragment({ fragment: belongingFragment, fragmentName: 'Belonging_bottleneck', from });
        return row && belongs(row, filter, viewerId) ? row : [];
      }),
    async fetching(refetch) {
      const asked = new Set(arrived.current);
      const show = (): void => setShown([...arrived.current]);
      const timer = setTimeout(show, patience);
      const { error } = await refetch().catch((thrown: unknown) => ({ error: thrown }));
      clearTimeout(timer);
      if (error) return show();
      for (const id of asked) arrived.current.delete(id);
      setShown((before) => before.filter((id) => !asked.has(id)));
    },
  };
}
