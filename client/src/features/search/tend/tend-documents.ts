import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddSynonymsMutation,
  AddSynonymsMutationVariables,
  EditSynonymsMutation,
  EditSynonymsMutationVariables,
  RebuildSearchIndexMutation,
  RebuildSearchIndexMutationVariables,
  RecordSearchMutation,
  RecordSearchMutationVariables,
  RemoveSynonymsMutation,
  RemoveSynonymsMutationVariables,
  SettleSearchGapMutation,
  SettleSearchGapMutationVariables,
  SynonymRow_GroupFragment,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** A group of synonyms, as its row and its dialog need it. Plain fields: it is filled in again from here. */
export const synonymRowFragment: TypedDocumentNode<SynonymRow_GroupFragment> = gql`
  fragment SynonymRow_group on SynonymGroup {
    id
    version
    terms
    oneWay
    validFrom
    validUntil
    remark
    theme {
      id
      code
      name
    }
    updatedBy {
      id
      name
    }
  }
`;

export type SynonymRow = SynonymRow_GroupFragment;

export const addSynonymsMutation: TypedDocumentNode<AddSynonymsMutation, AddSynonymsMutationVariables> = gql`
  mutation AddSynonyms($input: AddSynonymsInput!, $idempotencyKey: ID) {
    addSynonyms(input: $input, idempotencyKey: $idempotencyKey) {
      synonymGroup {
        id
        ...SynonymRow_group @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${synonymRowFragment}
  ${problemFragment}
`;

export const editSynonymsMutation: TypedDocumentNode<EditSynonymsMutation, EditSynonymsMutationVariables> = gql`
  mutation EditSynonyms($input: EditSynonymsInput!, $idempotencyKey: ID) {
    editSynonyms(input: $input, idempotencyKey: $idempotencyKey) {
      synonymGroup {
        id
        ...SynonymRow_group @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${synonymRowFragment}
  ${problemFragment}
`;

export const removeSynonymsMutation: TypedDocumentNode<RemoveSynonymsMutation, RemoveSynonymsMutationVariables> = gql`
  mutation RemoveSynonyms($input: SynonymGroupInput!, $idempotencyKey: ID) {
    removeSynonyms(input: $input, idempotencyKey: $idempotencyKey) {
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const settleGapMutation: TypedDocumentNode<SettleSearchGapMutation, SettleSearchGapMutationVariables> = gql`
  mutation SettleSearchGap($input: SettleSearchGapInput!, $idempotencyKey: ID) {
    settleSearchGap(input: $input, idempotencyKey: $idempotencyKey) {
      searchGap {
        id
        gapState: state
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const rebuildMutation: TypedDocumentNode<RebuildSearchIndexMutation, RebuildSearchIndexMutationVariables> = gql`
  mutation RebuildSearchIndex($idempotencyKey: ID) {
    rebuildSearchIndex(idempotencyKey: $idempotencyKey) {
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const recordSearchMutation: TypedDocumentNode<RecordSearchMutation, RecordSearchMutationVariables> = gql`
  mutation RecordSearch($input: RecordSearchInput!) {
    recordSearch(input: $input) {
      problems {
        code
      }
    }
  }
`;
