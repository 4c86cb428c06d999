import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AcceptEscalationMutation,
  AcceptEscalationMutationVariables,
  AgreeToEscalationMutation,
  AgreeToEscalationMutationVariables,
  AnswerEscalationMutation,
  AnswerEscalationMutationVariables,
  DeclineEscalationMutation,
  DeclineEscalationMutationVariables,
  EditEscalationMutation,
  EditEscalationMutationVariables,
  EscalateBottleneckMutation,
  EscalateBottleneckMutationVariables,
  EscalationOfCaseQuery,
  EscalationOfCaseQueryVariables,
  EscalationShownFragment,
  SendEscalationBackMutation,
  SendEscalationBackMutationVariables,
  SendEscalationMutation,
  SendEscalationMutationVariables,
  UndoEscalationStepMutation,
  UndoEscalationStepMutationVariables,
  WithdrawEscalationMutation,
  WithdrawEscalationMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { stepTargetFragment } from '../steps/step-documents.ts';

/** An escalation with all that its buttons and its memo need. Plain fields: dialogs read them directly. */
export const escalationFragment: TypedDocumentNode<EscalationShownFragment> = gql`
  fragment EscalationShown on Escalation {
    id
    version
    state
    reason
    needsAgreement
    agreedAt
    agreedBy {
      id
      name
    }
    declineReason
    draftedAt
    draftedBy {
      id
      name
    }
    sentAt
    answerBy
    acceptedAt
    endedAt
    outcome
    sharesDossier
    sharesFiles
    memoUrl
    memo {
      question
      situation
      tried
      consequence
      proposal
      decisionBy
    }
    from {
      id
      name
      shortName
      level
    }
    to {
      id
      name
      shortName
      level
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** An escalation as it is shown. */
export type ShownEscalation = Omit<EscalationShownFragment, ' $fragmentName'>;

const ofCase = gql`
  fragment EscalationsOfCase on Bottleneck {
    id
    number
    version
    sharedInPart
    politicalOwner {
      id
      name
    }
    openEscalation {
      id
      ...EscalationShown @unmask
    }
    escalations {
      id
      ...EscalationShown @unmask
    }
  }
  ${escalationFragment}
`;

/** The way of a case between the tables. */
export const escalationOfCaseQuery: TypedDocumentNode<EscalationOfCaseQuery, EscalationOfCaseQueryVariables> = gql`
  query EscalationOfCase($number: String!) {
    bottleneck(number: $number) {
      id
      ...EscalationsOfCase @unmask
    }
  }
  ${ofCase}
`;

const answer = gql`
  fragment EscalationAnswer on EscalationPayload {
    bottleneck {
      id
      ...StepTarget_bottleneck @unmask
      ...EscalationsOfCase @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${stepTargetFragment}
  ${ofCase}
  ${problemFragment}
`;

const caseAnswer = gql`
  fragment EscalatedCaseAnswer on BottleneckPayload {
    bottleneck {
      id
      ...StepTarget_bottleneck @unmask
      ...EscalationsOfCase @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${stepTargetFragment}
  ${ofCase}
  ${problemFragment}
`;

export const escalateMutation: TypedDocumentNode<EscalateBottleneckMutation, EscalateBottleneckMutationVariables> = gql`
  mutation EscalateBottleneck($input: EscalateBottleneckInput!, $idempotencyKey: ID) {
    escalateBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalatedCaseAnswer @unmask
    }
  }
  ${caseAnswer}
`;

export const returnMutation: TypedDocumentNode<SendEscalationBackMutation, SendEscalationBackMutationVariables> = gql`
  mutation SendEscalationBack($input: ReasonInput!, $idempotencyKey: ID) {
    returnEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalatedCaseAnswer @unmask
    }
  }
  ${caseAnswer}
`;

export const editMutation: TypedDocumentNode<EditEscalationMutation, EditEscalationMutationVariables> = gql`
  mutation EditEscalation($input: EditEscalationInput!, $idempotencyKey: ID) {
    editEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const agreeMutation: TypedDocumentNode<AgreeToEscalationMutation, AgreeToEscalationMutationVariables> = gql`
  mutation AgreeToEscalation($input: EscalationVersionInput!, $idempotencyKey: ID) {
    agreeToEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const declineMutation: TypedDocumentNode<DeclineEscalationMutation, DeclineEscalationMutationVariables> = gql`
  mutation DeclineEscalation($input: EscalationReasonInput!, $idempotencyKey: ID) {
    declineEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const sendMutation: TypedDocumentNode<SendEscalationMutation, SendEscalationMutationVariables> = gql`
  mutation SendEscalation($input: EscalationVersionInput!, $idempotencyKey: ID) {
    sendEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawMutation: TypedDocumentNode<WithdrawEscalationMutation, WithdrawEscalationMutationVariables> = gql`
  mutation WithdrawEscalation($input: EscalationReasonInput!, $idempotencyKey: ID) {
    withdrawEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const acceptMutation: TypedDocumentNode<AcceptEscalationMutation, AcceptEscalationMutationVariables> = gql`
  mutation AcceptEscalation($input: AcceptEscalationInput!, $idempotencyKey: ID) {
    acceptEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const answerMutation: TypedDocumentNode<AnswerEscalationMutation, AnswerEscalationMutationVariables> = gql`
  mutation AnswerEscalation($input: AnswerEscalationInput!, $idempotencyKey: ID) {
    answerEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;

export const undoMutation: TypedDocumentNode<UndoEscalationStepMutation, UndoEscalationStepMutationVariables> = gql`
  mutation UndoEscalationStep($input: EscalationVersionInput!, $idempotencyKey: ID) {
    undoEscalationStep(input: $input, idempotencyKey: $idempotencyKey) {
      ...EscalationAnswer @unmask
    }
  }
  ${answer}
`;
