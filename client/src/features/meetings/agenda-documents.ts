import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddAgendaItemMutation,
  AddAgendaItemMutationVariables,
  Agenda_MeetingFragment,
  AgendaAnswerFragment,
  EditAgendaItemMutation,
  EditAgendaItemMutationVariables,
  MoveAgendaItemMutation,
  MoveAgendaItemMutationVariables,
  PublishAgendaMutation,
  PublishAgendaMutationVariables,
  RecordOutcomeMutation,
  RecordOutcomeMutationVariables,
  RemoveAgendaItemMutation,
  RemoveAgendaItemMutationVariables,
} from '../../generated/graphql.ts';
import { problemFragment } from '../commands/problem.ts';

/** A meeting with its agenda, as every change of it gives it back. Plain fields: the list is laid over with what is still on its way. */
export const agendaFragment: TypedDocumentNode<Agenda_MeetingFragment> = gql`
  fragment Agenda_meeting on Meeting {
    id
    version
    meetingState: state
    startsAt
    endsAt
    plannedMinutes
    availableMinutes
    publishedAt
    unpublishedChanges
    viewerCan {
      verb
      allowed
      reason
    }
    items {
      id
      position
      title
      purpose
      minutes
      startsAt
      presenterText
      presenter {
        id
        name
      }
      proposedDecision
      outcome
      homesWaiting
      closedPart
      subjects {
        ... on Bottleneck {
          id
          number
          title
          state
          decisionBy
          constructionStart
        }
        ... on KnowledgeNote {
          id
          slug
          title
          validity
          reviewBy
        }
        ... on Project {
          id
          name
        }
        ... on Meeting {
          id
          startsAt
        }
      }
    }
  }
`;

/** A meeting with its agenda. */
export type Agenda = Agenda_MeetingFragment;
/** One item of it. */
export type AgendaItem = Agenda['items'][number];

/** What every change of an agenda asks back. */
export const agendaAnswerFragment: TypedDocumentNode<AgendaAnswerFragment> = gql`
  fragment AgendaAnswer on MeetingPayload {
    meeting {
      id
      ...Agenda_meeting @unmask
    }
    item {
      id
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on Meeting {
            ...Agenda_meeting @unmask
          }
        }
      }
    }
  }
  ${agendaFragment}
  ${problemFragment}
`;

export const publishAgendaMutation: TypedDocumentNode<PublishAgendaMutation, PublishAgendaMutationVariables> = gql`
  mutation PublishAgenda($input: MeetingVersionInput!, $idempotencyKey: ID) {
    publishAgenda(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;

export const addAgendaItemMutation: TypedDocumentNode<AddAgendaItemMutation, AddAgendaItemMutationVariables> = gql`
  mutation AddAgendaItem($input: AddAgendaItemInput!, $idempotencyKey: ID) {
    addAgendaItem(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;

export const editAgendaItemMutation: TypedDocumentNode<EditAgendaItemMutation, EditAgendaItemMutationVariables> = gql`
  mutation EditAgendaItem($input: EditAgendaItemInput!, $idempotencyKey: ID) {
    editAgendaItem(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
      item {
        id
        annotation
      }
    }
  }
  ${agendaAnswerFragment}
`;

export const moveAgendaItemMutation: TypedDocumentNode<MoveAgendaItemMutation, MoveAgendaItemMutationVariables> = gql`
  mutation MoveAgendaItem($input: MoveAgendaItemInput!, $idempotencyKey: ID) {
    moveAgendaItem(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;

export const removeAgendaItemMutation: TypedDocumentNode<RemoveAgendaItemMutation, RemoveAgendaItemMutationVariables> =
  gql`
    mutation RemoveAgendaItem($input: RemoveAgendaItemInput!, $idempotencyKey: ID) {
      removeAgendaItem(input: $input, idempotencyKey: $idempotencyKey) {
        ...AgendaAnswer @unmask
      }
    }
    ${agendaAnswerFragment}
  `;

export const recordOutcomeMutation: TypedDocumentNode<RecordOutcomeMutation, RecordOutcomeMutationVariables> = gql`
  mutation RecordOutcome($input: RecordOutcomeInput!, $idempotencyKey: ID) {
    recordOutcome(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;
