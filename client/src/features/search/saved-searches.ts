import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type {
  ForgetSearchMutation,
  ForgetSearchMutationVariables,
  SavedSearchesQuery,
  SavedSearchesQueryVariables,
  SaveSearchMutation,
  SaveSearchMutationVariables,
} from '../../generated/graphql.ts';
import { useToast } from '../../ui/Toast.tsx';
import { problemFragment } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';

const savedSearchesQuery: TypedDocumentNode<SavedSearchesQuery, SavedSearchesQueryVariables> = gql`
  query SavedSearches {
    savedSearches {
      id
      query
    }
  }
`;

const saveSearchMutation: TypedDocumentNode<SaveSearchMutation, SaveSearchMutationVariables> = gql`
  mutation SaveSearch($input: SaveSearchInput!, $idempotencyKey: ID) {
    saveSearch(input: $input, idempotencyKey: $idempotencyKey) {
      savedSearch {
        id
        query
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

const forgetSearchMutation: TypedDocumentNode<ForgetSearchMutation, ForgetSearchMutationVariables> = gql`
  mutation ForgetSearch($input: ForgetSearchInput!, $idempotencyKey: ID) {
    forgetSearch(input: $input, idempotencyKey: $idempotencyKey) {
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export interface SavedSearches {
  saved: SavedSearchesQuery['savedSearches'];
  save: (query: string) => Promise<void>;
  forget: (saved: SavedSearchesQuery['savedSearches'][number]) => Promise<void>;
  busy: boolean;
}

/** The questions that the viewer keeps, on whatever device. */
export function useSavedSearches(): SavedSearches {
  const { t } = useLingui();
  const toast = useToast();
  const { data } = useQuery(savedSearchesQuery);
  const saving = useCommand(saveSearchMutation);
  const forgetting = useCommand(forgetSearchMutation);
  const refetch = ['SavedSearches'];

  async function save(query: string): Promise<void> {
    const outcome = await saving.run({ input: { query } }, { refetch });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done') toast({ text: t`Bewaard. Je vindt de vraag terug op de zoekpagina.` });
  }

  return {
    saved: data?.savedSearches ?? [],
    save,
    forget: async (one) => {
      const outcome = await forgetting.run({ input: { savedSearchId: one.id } }, { refetch });
      if (outcome.kind === 'done') toast({ text: t`Niet meer bewaard`, onUndo: () => save(one.query) });
    },
    busy: saving.busy || forgetting.busy,
  };
}
