import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  NoteVersionsQuery,
  NoteVersionsQueryVariables,
  RestoreNoteVersionMutation,
  RestoreNoteVersionMutationVariables,
} from '../../generated/graphql.ts';
import { noteAnswer } from './note-documents.ts';

export const noteVersionsQuery: TypedDocumentNode<NoteVersionsQuery, NoteVersionsQueryVariables> = gql`
  query NoteVersions($slug: String!) {
    note(slug: $slug) {
      id
      version
      viewerCan {
        verb
        allowed
        reason
      }
      versions {
        version
        writtenAt
        writtenBy {
          id
          name
        }
        writtenWith {
          id
          name
        }
        title
        summary
        body
        applies
        appliesNot
        steps
        caveat
        tags
        legalReferences
      }
    }
  }
`;
/** The words of a note as they were. */
export type NoteVersion = NonNullable<NoteVersionsQuery['note']>['versions'][number];

export const restoreNoteVersionMutation: TypedDocumentNode<
  RestoreNoteVersionMutation,
  RestoreNoteVersionMutationVariables
> = gql`
  mutation RestoreNoteVersion($input: RestoreNoteVersionInput!, $idempotencyKey: ID) {
    restoreNoteVersion(input: $input, idempotencyKey: $idempotencyKey) {
      ...NoteAnswer @unmask
    }
  }
  ${noteAnswer}
`;
