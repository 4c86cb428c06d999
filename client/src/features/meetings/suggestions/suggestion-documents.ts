import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AcceptSuggestionsMutation,
  AcceptSuggestionsMutationVariables,
  AgendaReason_ReasonFragment,
  DropSuggestionsMutation,
  DropSuggestionsMutationVariables,
  RestoreSuggestionsMutation,
  RestoreSuggestionsMutationVariables,
  Suggestion_SuggestionFragment,
  Suggestions_MeetingFragment,
} from '../../../generated/graphql.ts';
import { agendaAnswerFragment } from '../agenda-documents.ts';

/** Why something stands on an agenda, or is proposed for one. */
export const agendaReasonFragment: TypedDocumentNode<AgendaReason_ReasonFragment> = gql`
  fragment AgendaReason_reason on AgendaReason {
    kind
    on
    done
    late
    open
    meeting {
      id
      startsAt
    }
    person {
      id
      name
    }
    legalEvent {
      id
      title
    }
  }
`;
/** One reason, without the mark of its fragment. */
export type AgendaReason = Omit<AgendaReason_ReasonFragment, ' $fragmentName'>;

const suggestionFragment: TypedDocumentNode<Suggestion_SuggestionFragment> = gql`
  fragment Suggestion_suggestion on AgendaSuggestion {
    key
    title
    purpose
    minutes
    presenterText
    closedPart
    homesWaiting
    fits
    presenter {
      id
      name
    }
    reasons {
      ...AgendaReason_reason @unmask
    }
    subjects {
      ... on Bottleneck {
        id
        number
      }
      ... on KnowledgeNote {
        id
        slug
      }
      ... on Project {
        id
        name
      }
      ... on Meeting {
        id
        startsAt
      }
    }
    proposal {
      id
    }
  }
  ${agendaReasonFragment}
`;

/** What the agenda proposes for itself, and what was put aside. Suggestions have no id: they are read with their meeting. */
export const suggestionsFragment: TypedDocumentNode<Suggestions_MeetingFragment> = gql`
  fragment Suggestions_meeting on Meeting {
    id
    suggestions {
      ...Suggestion_suggestion @unmask
    }
    droppedSuggestions {
      ...Suggestion_suggestion @unmask
    }
  }
  ${suggestionFragment}
`;
/** A meeting with what is suggested for it. */
export type Suggestions = Omit<Suggestions_MeetingFragment, ' $fragmentName'>;
/** One thing that is suggested. */
export type Suggestion = Suggestions['suggestions'][number];

export const acceptSuggestionsMutation: TypedDocumentNode<
  AcceptSuggestionsMutation,
  AcceptSuggestionsMutationVariables
> = gql`
  mutation AcceptSuggestions($input: SuggestionsInput!, $idempotencyKey: ID) {
    acceptSuggestions(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
      meeting {
        id
        ...Suggestions_meeting @unmask
      }
    }
  }
  ${agendaAnswerFragment}
  ${suggestionsFragment}
`;

export const dropSuggestionsMutation: TypedDocumentNode<DropSuggestionsMutation, DropSuggestionsMutationVariables> =
  gql`
    mutation DropSuggestions($input: SuggestionsInput!, $idempotencyKey: ID) {
      dropSuggestions(input: $input, idempotencyKey: $idempotencyKey) {
        ...AgendaAnswer @unmask
        meeting {
          id
          ...Suggestions_meeting @unmask
        }
      }
    }
    ${agendaAnswerFragment}
    ${suggestionsFragment}
  `;

export const restoreSuggestionsMutation: TypedDocumentNode<
  RestoreSuggestionsMutation,
  RestoreSuggestionsMutationVariables
> = gql`
  mutation RestoreSuggestions($input: SuggestionsInput!, $idempotencyKey: ID) {
    restoreSuggestions(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
      meeting {
        id
        ...Suggestions_meeting @unmask
      }
    }
  }
  ${agendaAnswerFragment}
  ${suggestionsFragment}
`;
