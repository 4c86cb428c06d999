import { gql, type TypedDocumentNode } from '@apollo/client';
import { stepTargetFragment } from '../../../features/bottlenecks/steps/step-documents.ts';
import type { CaseAtTable_BottleneckFragment } from '../../../generated/graphql.ts';

/** What the table needs of a case to take a step with it. Plain fields: the dialogs read them directly. */
export const caseAtTableFragment: TypedDocumentNode<CaseAtTable_BottleneckFragment> = gql`
  fragment CaseAtTable_bottleneck on Bottleneck {
    id
    decisionBy
    proposedResolution
    themes {
      id
      code
      name
    }
    municipality {
      id
      name
    }
    projects {
      project {
        id
        name
      }
    }
    ...StepTarget_bottleneck @unmask
  }
  ${stepTargetFragment}
`;
