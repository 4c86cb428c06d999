import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CalendarFeedQuery,
  CalendarFeedQueryVariables,
  EndCalendarFeedMutation,
  EndCalendarFeedMutationVariables,
  RenewCalendarFeedMutation,
  RenewCalendarFeedMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** Is there an address already? The address itself is told once, when it is made. */
export const calendarFeedQuery: TypedDocumentNode<CalendarFeedQuery, CalendarFeedQueryVariables> = gql`
  query CalendarFeed {
    viewer {
      calendarFeedSince
    }
  }
`;

export const renewCalendarFeedMutation: TypedDocumentNode<
  RenewCalendarFeedMutation,
  RenewCalendarFeedMutationVariables
> = gql`
  mutation RenewCalendarFeed {
    renewCalendarFeed {
      viewer {
        calendarFeedUrl
        calendarFeedSince
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const endCalendarFeedMutation: TypedDocumentNode<EndCalendarFeedMutation, EndCalendarFeedMutationVariables> =
  gql`
    mutation EndCalendarFeed {
      endCalendarFeed {
        viewer {
          calendarFeedUrl
          calendarFeedSince
        }
        problems {
          ...Problem_problem @unmask
        }
      }
    }
    ${problemFragment}
  `;
