import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  LegalEventView_EventFragment,
  RecordLegalEventMutation,
  RecordLegalEventMutationVariables,
  RestingNotesQuery,
  RestingNotesQueryVariables,
  SettleReviewMutation,
  SettleReviewMutationVariables,
  WithdrawLegalEventMutation,
  WithdrawLegalEventMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** A legal event with what became of the notes that it touched. Plain fields: the review screen reads them directly. */
export const legalEventFragment: TypedDocumentNode<LegalEventView_EventFragment> = gql`
  fragment LegalEventView_event on LegalEvent {
    id
    kind
    title
    summary
    effectiveOn
    recordedAt
    recordedBy {
      id
      name
    }
    legalReferences {
      text
      url
    }
    reviews {
      state
      remark
      settledAt
      settledBy {
        id
        name
      }
      note {
        id
        slug
        version
        title
        summary
        caveat
        status
        validity
        reviewBy
        viewerCan {
          verb
          allowed
          reason
        }
        openBottlenecks {
          id
          number
          title
        }
      }
    }
  }
`;

/** One touched note. */
export type TouchedNote = LegalEventView_EventFragment['reviews'][number];

const answer = gql`
  fragment LegalEventAnswer on LegalEventPayload {
    legalEvent {
      id
      ...LegalEventView_event @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${legalEventFragment}
  ${problemFragment}
`;

export const restingNotesQuery: TypedDocumentNode<RestingNotesQuery, RestingNotesQueryVariables> = gql`
  query RestingNotes($references: [String!]!) {
    notesRestingOn(references: $references) {
      id
      title
    }
  }
`;

export const recordMutation: TypedDocumentNode<RecordLegalEventMutation, RecordLegalEventMutationVariables> = gql`
  mutation RecordLegalEvent($input: RecordLegalEventInput!, $idempotencyKey: ID) {
    recordLegalEvent(input: $input, idempotencyKey: $idempotencyKey) {
      ...LegalEventAnswer @unmask
    }
  }
  ${answer}
`;

export const settleMutation: TypedDocumentNode<SettleReviewMutation, SettleReviewMutationVariables> = gql`
  mutation SettleReview($input: SettleReviewInput!, $idempotencyKey: ID) {
    settleReview(input: $input, idempotencyKey: $idempotencyKey) {
      ...LegalEventAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawMutation: TypedDocumentNode<WithdrawLegalEventMutation, WithdrawLegalEventMutationVariables> = gql`
  mutation WithdrawLegalEvent($input: LegalEventInput!, $idempotencyKey: ID) {
    withdrawLegalEvent(input: $input, idempotencyKey: $idempotencyKey) {
      ...LegalEventAnswer @unmask
    }
  }
  ${answer}
`;
