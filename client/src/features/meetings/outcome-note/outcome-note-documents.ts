import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  DraftNoteFromOutcomeMutation,
  DraftNoteFromOutcomeMutationVariables,
} from '../../../generated/graphql.ts';
import { draftedNoteFragment } from '../../bottlenecks/case-notes/case-note-documents.ts';
import { problemFragment } from '../../commands/problem.ts';

export const draftNoteFromOutcomeMutation: TypedDocumentNode<
  DraftNoteFromOutcomeMutation,
  DraftNoteFromOutcomeMutationVariables
> = gql`
  mutation DraftNoteFromOutcome($input: DraftNoteFromOutcomeInput!, $idempotencyKey: ID) {
    draftNoteFromOutcome(input: $input, idempotencyKey: $idempotencyKey) {
      outcome {
        id
        version
        note {
          ...DraftedNote @unmask
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${draftedNoteFragment}
  ${problemFragment}
`;
