import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AgendaTemplates_TableFragment,
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables,
  SaveAgendaTemplateMutation,
  SaveAgendaTemplateMutationVariables,
  UseAgendaTemplateMutation,
  UseAgendaTemplateMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { agendaAnswerFragment } from '../agenda-documents.ts';

/** The agendas that a table begins with. */
export const templatesFragment: TypedDocumentNode<AgendaTemplates_TableFragment> = gql`
  fragment AgendaTemplates_table on AccelerationTable {
    id
    agendaTemplates {
      id
      name
      items {
        title
        minutes
      }
    }
  }
`;
/** One of them. */
export type AgendaTemplate = AgendaTemplates_TableFragment['agendaTemplates'][number];

export const saveAgendaTemplateMutation: TypedDocumentNode<
  SaveAgendaTemplateMutation,
  SaveAgendaTemplateMutationVariables
> = gql`
  mutation SaveAgendaTemplate($input: SaveAgendaTemplateInput!, $idempotencyKey: ID) {
    saveAgendaTemplate(input: $input, idempotencyKey: $idempotencyKey) {
      template {
        id
      }
      table {
        id
        ...AgendaTemplates_table @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${templatesFragment}
  ${problemFragment}
`;

export const removeAgendaTemplateMutation: TypedDocumentNode<
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables
> = gql`
  mutation RemoveAgendaTemplate($input: AgendaTemplateInput!, $idempotencyKey: ID) {
    removeAgendaTemplate(input: $input, idempotencyKey: $idempotencyKey) {
      table {
        id
        ...AgendaTemplates_table @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${templatesFragment}
  ${problemFragment}
`;

export const applyAgendaTemplateMutation: TypedDocumentNode<
  UseAgendaTemplateMutation,
  UseAgendaTemplateMutationVariables
> = gql`
  mutation UseAgendaTemplate($input: UseAgendaTemplateInput!, $idempotencyKey: ID) {
    useAgendaTemplate(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;
