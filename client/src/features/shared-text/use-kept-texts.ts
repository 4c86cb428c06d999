import { useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../live/connection.ts';
import { copiesAsKept, localCopies, onCopies, openTexts, type LocalCopy } from './local-copies.ts';

export interface KeptText extends LocalCopy {
  /** The name of the document. */
  name: string;
}

/**
 * The texts of which this device has something that the server does not have; looked up when the line comes or goes and when somebody
 * says so. @param all those that stand open too, which send for themselves
 */
export function useKeptTexts(personId: string, connection: Connection, { all = false } = {}): KeptText[] {
  const kept = useSyncExternalStore(
    (changed) => {
      const ends = [onCopies(changed), connection.subscribe(changed)];
      return () => ends.forEach((end) => end());
    },
    () => copiesAsKept(personId),
  );
  return useMemo(
    () =>
      kept === null
        ? []
        : Object.entries(localCopies(personId)).flatMap(([name, copy]) =>
            copy.refused !== undefined || (copy.unsent && (all || !openTexts.has(name))) ? [{ ...copy, name }] : [],
          ),
    [kept, personId, all],
  );
}
