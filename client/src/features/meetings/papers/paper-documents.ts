import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddPaperMutation,
  AddPaperMutationVariables,
  Papers_ItemFragment,
  RemovePaperMutation,
  RemovePaperMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** The papers of an item, those of the item that it goes on with included. */
export const papersFragment: TypedDocumentNode<Papers_ItemFragment> = gql`
  fragment Papers_item on AgendaItem {
    id
    viewerCan {
      verb
      allowed
      reason
    }
    papers {
      id
      title
      isLink
      url
      fileName
      mediaType
      size
      pages
      addedAt
      addedBy {
        id
        name
      }
      viewerCan {
        verb
        allowed
        reason
      }
    }
  }
`;
/** One paper. */
export type Paper = Papers_ItemFragment['papers'][number];

const answer = gql`
  fragment PaperAnswer on PaperPayload {
    item {
      id
      ...Papers_item @unmask
    }
    meeting {
      id
      version
      unpublishedChanges
      bundleUrl
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${papersFragment}
  ${problemFragment}
`;

export const addPaperMutation: TypedDocumentNode<AddPaperMutation, AddPaperMutationVariables> = gql`
  mutation AddPaper($input: AddPaperInput!, $idempotencyKey: ID) {
    addPaper(input: $input, idempotencyKey: $idempotencyKey) {
      ...PaperAnswer @unmask
    }
  }
  ${answer}
`;

export const removePaperMutation: TypedDocumentNode<RemovePaperMutation, RemovePaperMutationVariables> = gql`
  mutation RemovePaper($input: RemovePaperInput!, $idempotencyKey: ID) {
    removePaper(input: $input, idempotencyKey: $idempotencyKey) {
      ...PaperAnswer @unmask
    }
  }
  ${answer}
`;
