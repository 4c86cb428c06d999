import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ArchiveNoteMutation,
  ArchiveNoteMutationVariables,
  EditableNote_NoteFragment,
  EditNoteMutation,
  EditNoteMutationVariables,
  ValidateNoteMutation,
  ValidateNoteMutationVariables,
  WriteNoteMutation,
  WriteNoteMutationVariables,
} from '../../generated/graphql.ts';
import { problemFragment } from '../commands/problem.ts';

/** The words of a note, with what is needed to change them. Plain fields: forms and dialogs read them directly. */
export const editableNoteFragment: TypedDocumentNode<EditableNote_NoteFragment> = gql`
  fragment EditableNote_note on KnowledgeNote {
    id
    slug
    version
    title
    summary
    body
    applies
    appliesNot
    steps
    caveat
    tags
    validAsOf
    reviewBy
    status
    validity
    confidentiality
    updatedAt
    themes {
      id
      code
      name
    }
    legalReferences {
      text
      url
    }
    validatedBy {
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

/** A note that can be changed. */
export type EditableNote = EditableNote_NoteFragment;

export const noteAnswer = gql`
  fragment NoteAnswer on KnowledgeNotePayload {
    note {
      id
      ...EditableNote_note @unmask
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on KnowledgeNote {
            ...EditableNote_note @unmask
          }
        }
      }
    }
  }
  ${editableNoteFragment}
  ${problemFragment}
`;

export const writeNoteMutation: TypedDocumentNode<WriteNoteMutation, WriteNoteMutationVariables> = gql`
  mutation WriteNote($input: WriteNoteInput!, $idempotencyKey: ID) {
    writeNote(input: $input, idempotencyKey: $idempotencyKey) {
      ...NoteAnswer @unmask
    }
  }
  ${noteAnswer}
`;

export const editNoteMutation: TypedDocumentNode<EditNoteMutation, EditNoteMutationVariables> = gql`
  mutation EditNote($input: EditNoteInput!, $idempotencyKey: ID) {
    editNote(input: $input, idempotencyKey: $idempotencyKey) {
      ...NoteAnswer @unmask
    }
  }
  ${noteAnswer}
`;

export const validateNoteMutation: TypedDocumentNode<ValidateNoteMutation, ValidateNoteMutationVariables> = gql`
  mutation ValidateNote($input: ValidateNoteInput!, $idempotencyKey: ID) {
    validateNote(input: $input, idempotencyKey: $idempotencyKey) {
      ...NoteAnswer @unmask
    }
  }
  ${noteAnswer}
`;

export const archiveNoteMutation: TypedDocumentNode<ArchiveNoteMutation, ArchiveNoteMutationVariables> = gql`
  mutation ArchiveNote($input: NoteVersionInput!, $idempotencyKey: ID) {
    archiveNote(input: $input, idempotencyKey: $idempotencyKey) {
      ...NoteAnswer @unmask
    }
  }
  ${noteAnswer}
`;
