import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  Guests_ItemFragment,
  InviteGuestMutation,
  InviteGuestMutationVariables,
  RemoveGuestMutation,
  RemoveGuestMutationVariables,
} from '../../../generated/graphql.ts';
import { agendaAnswerFragment } from '../agenda-documents.ts';

/** Who is invited for an item alone. */
export const guestsFragment: TypedDocumentNode<Guests_ItemFragment> = gql`
  fragment Guests_item on AgendaItem {
    id
    guests {
      id
      name
      organisation
      email
      person {
        id
        name
      }
    }
  }
`;
/** One guest. */
export type Guest = Guests_ItemFragment['guests'][number];

export const inviteGuestMutation: TypedDocumentNode<InviteGuestMutation, InviteGuestMutationVariables> = gql`
  mutation InviteGuest($input: InviteGuestInput!, $idempotencyKey: ID) {
    inviteGuest(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
      item {
        id
        ...Guests_item @unmask
      }
    }
  }
  ${agendaAnswerFragment}
  ${guestsFragment}
`;

export const removeGuestMutation: TypedDocumentNode<RemoveGuestMutation, RemoveGuestMutationVariables> = gql`
  mutation RemoveGuest($input: RemoveGuestInput!, $idempotencyKey: ID) {
    removeGuest(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
      item {
        id
        ...Guests_item @unmask
      }
    }
  }
  ${agendaAnswerFragment}
  ${guestsFragment}
`;
