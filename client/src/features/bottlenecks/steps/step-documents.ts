import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  HoldBottleneckMutation,
  HoldBottleneckMutationVariables,
  ReferBottleneckMutation,
  ReferBottleneckMutationVariables,
  ReopenBottleneckMutation,
  ReopenBottleneckMutationVariables,
  ResolveBottleneckMutation,
  ResolveBottleneckMutationVariables,
  ResumeBottleneckMutation,
  ResumeBottleneckMutationVariables,
  ReturnEscalationMutation,
  ReturnEscalationMutationVariables,
  ScheduleBottleneckMutation,
  ScheduleBottleneckMutationVariables,
  StartBottleneckMutation,
  StartBottleneckMutationVariables,
  StepTarget_BottleneckFragment,
  SubmitBottleneckMutation,
  SubmitBottleneckMutationVariables,
  TriageBottleneckMutation,
  TriageBottleneckMutationVariables,
  UndoTransitionMutation,
  UndoTransitionMutationVariables,
  WithdrawBottleneckMutation,
  WithdrawBottleneckMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { draftedNoteFragment } from '../case-notes/case-note-documents.ts';

/** What a step changes on a case, and what the next step needs to know. Plain fields: the dialogs read them directly. */
export const stepTargetFragment: TypedDocumentNode<StepTarget_BottleneckFragment> = gql`
  fragment StepTarget_bottleneck on Bottleneck {
    id
    number
    version
    title
    state
    stateSince
    ask
    constructionStart
    dueOn
    overdue
    nextStep
    resolution
    holdReason
    returnOn
    referredTo
    resolvedOn
    homesBlocked
    projects {
      homesBlocked
      project {
        id
        name
      }
    }
    confidentiality
    heldBy {
      id
      shortName
      level
      parent {
        id
        shortName
      }
    }
    owner {
      id
      name
    }
    lead {
      id
      name
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** A case that steps can be taken on. */
export type StepTarget = StepTarget_BottleneckFragment;

const answer = gql`
  fragment StepAnswer on BottleneckPayload {
    bottleneck {
      id
      ...StepTarget_bottleneck @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${stepTargetFragment}
  ${problemFragment}
`;

export const submitMutation: TypedDocumentNode<SubmitBottleneckMutation, SubmitBottleneckMutationVariables> = gql`
  mutation SubmitBottleneck($input: BottleneckVersionInput!, $idempotencyKey: ID) {
    submitBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const triageMutation: TypedDocumentNode<TriageBottleneckMutation, TriageBottleneckMutationVariables> = gql`
  mutation TriageBottleneck($input: TriageBottleneckInput!, $idempotencyKey: ID) {
    triageBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const scheduleMutation: TypedDocumentNode<ScheduleBottleneckMutation, ScheduleBottleneckMutationVariables> = gql`
  mutation ScheduleBottleneck($input: ScheduleBottleneckInput!, $idempotencyKey: ID) {
    scheduleBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const startMutation: TypedDocumentNode<StartBottleneckMutation, StartBottleneckMutationVariables> = gql`
  mutation StartBottleneck($input: BottleneckVersionInput!, $idempotencyKey: ID) {
    startBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const resumeMutation: TypedDocumentNode<ResumeBottleneckMutation, ResumeBottleneckMutationVariables> = gql`
  mutation ResumeBottleneck($input: BottleneckVersionInput!, $idempotencyKey: ID) {
    resumeBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const holdMutation: TypedDocumentNode<HoldBottleneckMutation, HoldBottleneckMutationVariables> = gql`
  mutation HoldBottleneck($input: HoldBottleneckInput!, $idempotencyKey: ID) {
    holdBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const returnMutation: TypedDocumentNode<ReturnEscalationMutation, ReturnEscalationMutationVariables> = gql`
  mutation ReturnEscalation($input: ReasonInput!, $idempotencyKey: ID) {
    returnEscalation(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const resolveMutation: TypedDocumentNode<ResolveBottleneckMutation, ResolveBottleneckMutationVariables> = gql`
  mutation ResolveBottleneck($input: ResolveBottleneckInput!, $idempotencyKey: ID) {
    resolveBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
      draftedNote {
        ...DraftedNote @unmask
      }
      bottleneck {
        id
        draftedNotes {
          ...DraftedNote @unmask
        }
      }
    }
  }
  ${answer}
  ${draftedNoteFragment}
`;

export const referMutation: TypedDocumentNode<ReferBottleneckMutation, ReferBottleneckMutationVariables> = gql`
  mutation ReferBottleneck($input: ReferBottleneckInput!, $idempotencyKey: ID) {
    referBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawMutation: TypedDocumentNode<WithdrawBottleneckMutation, WithdrawBottleneckMutationVariables> = gql`
  mutation WithdrawBottleneck($input: ReasonInput!, $idempotencyKey: ID) {
    withdrawBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const reopenMutation: TypedDocumentNode<ReopenBottleneckMutation, ReopenBottleneckMutationVariables> = gql`
  mutation ReopenBottleneck($input: ReasonInput!, $idempotencyKey: ID) {
    reopenBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
    }
  }
  ${answer}
`;

export const undoMutation: TypedDocumentNode<UndoTransitionMutation, UndoTransitionMutationVariables> = gql`
  mutation UndoTransition($input: BottleneckVersionInput!, $idempotencyKey: ID) {
    undoTransition(input: $input, idempotencyKey: $idempotencyKey) {
      ...StepAnswer @unmask
      draftedNote {
        ...DraftedNote @unmask
      }
      bottleneck {
        id
        draftedNotes {
          ...DraftedNote @unmask
        }
      }
    }
  }
  ${answer}
  ${draftedNoteFragment}
`;
