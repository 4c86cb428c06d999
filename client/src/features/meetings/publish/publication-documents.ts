import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AgendaChange_ChangeFragment,
  Publications_MeetingFragment,
  UndoPublicationMutation,
  UndoPublicationMutationVariables,
} from '../../../generated/graphql.ts';
import { agendaAnswerFragment } from '../agenda-documents.ts';

const changeFragment: TypedDocumentNode<AgendaChange_ChangeFragment> = gql`
  fragment AgendaChange_change on AgendaChange {
    kind
    title
    before
    after
  }
`;

/** What was published when, and what the next publication will tell. */
export const publicationsFragment: TypedDocumentNode<Publications_MeetingFragment> = gql`
  fragment Publications_meeting on Meeting {
    id
    publicationUndoableUntil
    pendingChanges {
      ...AgendaChange_change @unmask
    }
    publications {
      number
      publishedAt
      message
      publishedBy {
        id
        name
      }
      changes {
        ...AgendaChange_change @unmask
      }
    }
  }
  ${changeFragment}
`;
/** A meeting with its publications. */
export type Publications = Omit<Publications_MeetingFragment, ' $fragmentName'>;
/** One publication. */
export type Publication = Publications['publications'][number];
/** One thing that changed. */
export type PublishedChange = Publications['pendingChanges'][number];

export const undoPublicationMutation: TypedDocumentNode<UndoPublicationMutation, UndoPublicationMutationVariables> =
  gql`
    mutation UndoPublication($input: MeetingVersionInput!, $idempotencyKey: ID) {
      undoPublication(input: $input, idempotencyKey: $idempotencyKey) {
        ...AgendaAnswer @unmask
        meeting {
          id
          ...Publications_meeting @unmask
        }
      }
    }
    ${agendaAnswerFragment}
    ${publicationsFragment}
  `;
