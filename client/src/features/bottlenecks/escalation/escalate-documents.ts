import { gql, type TypedDocumentNode } from '@apollo/client';
import type { EscalateDialogQuery, EscalateDialogQueryVariables } from '../../../generated/graphql.ts';

/** What a memo is written from, and under which rules it leaves. */
export const escalateDialogQuery: TypedDocumentNode<EscalateDialogQuery, EscalateDialogQueryVariables> = gql`
  query EscalateDialog($number: String!) {
    bottleneck(number: $number) {
      id
      ask
      description
      triedSoFar
      proposedResolution
      decisionBy
      sharedInPart
      politicalOwner {
        id
        name
      }
      heldBy {
        id
        escalationNeedsAgreement
        parent {
          id
          name
          answerTermDays
        }
      }
    }
  }
`;
