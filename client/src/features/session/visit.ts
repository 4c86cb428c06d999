import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { MarkVisitMutation, MarkVisitMutationVariables } from '../../generated/graphql.ts';
import { useViewer } from './session.ts';

const markVisitMutation: TypedDocumentNode<MarkVisitMutation, MarkVisitMutationVariables> = gql`
  mutation MarkVisit {
    markVisit {
      problems {
        code
      }
    }
  }
`;

const storageKey = (personId: string): string => `visit:${personId}`;

/** The end of the previous visit, kept for as long as the tab lives: a reload is not a new visit. */
function previousVisit(personId: string, lastVisitAt: string | null): string | null {
  try {
    const kept = sessionStorage.getItem(storageKey(personId));
    if (kept !== null) return kept || null;
    sessionStorage.setItem(storageKey(personId), lastVisitAt ?? '');
  } catch {
    // Storage is blocked: then a reload does count as a visit.
  }
  return lastVisitAt;
}

/** Since when things are new for the viewer (ISO moment), null on a first visit. Leaving the page marks the end of this visit. */
export function useVisit(): string | null {
  const client = useApolloClient();
  const { person, lastVisitAt } = useViewer();
  const [since] = useState(() => previousVisit(person.id, lastVisitAt));
  useEffect(() => {
    const leave = (): void => {
      void client
        .mutate({
          mutation: markVisitMutation,
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { keepalive: true } },
        })
        .catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [client]);
  return since;
}
