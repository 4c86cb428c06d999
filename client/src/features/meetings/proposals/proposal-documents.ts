import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AcceptProposalMutation,
  AcceptProposalMutationVariables,
  ProposeAgendaItemMutation,
  ProposeAgendaItemMutationVariables,
  Proposals_MeetingFragment,
  ReturnProposalMutation,
  ReturnProposalMutationVariables,
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { agendaFragment } from '../agenda-documents.ts';

/** What participants propose for a meeting; for themselves only their own. */
export const proposalsFragment: TypedDocumentNode<Proposals_MeetingFragment> = gql`
  fragment Proposals_meeting on Meeting {
    id
    proposals {
      id
      title
      purpose
      minutes
      motivation
      proposedDecision
      state
      returnReason
      afterDeadline
      proposedAt
      proposedBy {
        id
        name
      }
      decidedBy {
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
/** One proposal. */
export type Proposal = Proposals_MeetingFragment['proposals'][number];

const answer = gql`
  fragment ProposalAnswer on AgendaProposalPayload {
    meeting {
      id
      ...Agenda_meeting @unmask
      ...Proposals_meeting @unmask
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
  ${proposalsFragment}
  ${problemFragment}
`;

export const proposeAgendaItemMutation: TypedDocumentNode<
  ProposeAgendaItemMutation,
  ProposeAgendaItemMutationVariables
> = gql`
  mutation ProposeAgendaItem($input: ProposeAgendaItemInput!, $idempotencyKey: ID) {
    proposeAgendaItem(input: $input, idempotencyKey: $idempotencyKey) {
      ...ProposalAnswer @unmask
    }
  }
  ${answer}
`;

export const acceptProposalMutation: TypedDocumentNode<AcceptProposalMutation, AcceptProposalMutationVariables> = gql`
  mutation AcceptProposal($input: AcceptProposalInput!, $idempotencyKey: ID) {
    acceptProposal(input: $input, idempotencyKey: $idempotencyKey) {
      ...ProposalAnswer @unmask
      proposal {
        id
        item {
          id
        }
      }
    }
  }
  ${answer}
`;

export const returnProposalMutation: TypedDocumentNode<ReturnProposalMutation, ReturnProposalMutationVariables> = gql`
  mutation ReturnProposal($input: ReturnProposalInput!, $idempotencyKey: ID) {
    returnProposal(input: $input, idempotencyKey: $idempotencyKey) {
      ...ProposalAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawProposalMutation: TypedDocumentNode<WithdrawProposalMutation, WithdrawProposalMutationVariables> =
  gql`
    mutation WithdrawProposal($input: ProposalInput!, $idempotencyKey: ID) {
      withdrawProposal(input: $input, idempotencyKey: $idempotencyKey) {
        ...ProposalAnswer @unmask
      }
    }
    ${answer}
  `;
