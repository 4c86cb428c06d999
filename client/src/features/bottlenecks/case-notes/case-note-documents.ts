import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  DraftNoteFromBottleneckMutation,
  DraftNoteFromBottleneckMutationVariables,
  NotesOfResolvingQuery,
  NotesOfResolvingQueryVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** A draft as a toast leads to it. */
export const draftedNoteFragment = gql`
  fragment DraftedNote on KnowledgeNote {
    id
    slug
    title
    status
  }
`;

/** What came of a case already, for who is about to resolve it. */
export const notesOfResolvingQuery: TypedDocumentNode<NotesOfResolvingQuery, NotesOfResolvingQueryVariables> = gql`
  query NotesOfResolving($number: String!) {
    bottleneck(number: $number) {
      id
      draftedNotes {
        ...DraftedNote @unmask
      }
    }
  }
  ${draftedNoteFragment}
`;

export const draftNoteMutation: TypedDocumentNode<
  DraftNoteFromBottleneckMutation,
  DraftNoteFromBottleneckMutationVariables
> = gql`
  mutation DraftNoteFromBottleneck($input: DraftNoteFromBottleneckInput!, $idempotencyKey: ID) {
    draftNoteFromBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      draftedNote {
        ...DraftedNote @unmask
      }
      bottleneck {
        id
        draftedNotes {
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
