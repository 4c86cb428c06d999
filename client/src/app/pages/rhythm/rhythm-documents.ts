import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChangeRhythmMutation,
  ChangeRhythmMutationVariables,
  PlanSeriesMutation,
  PlanSeriesMutationVariables,
  RhythmOfTable_TableFragment,
  RhythmPreviewQuery,
  RhythmPreviewQueryVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../../features/commands/problem.ts';

/** A table with its rhythm and what the viewer may do with it. */
export const rhythmOfTableFragment: TypedDocumentNode<RhythmOfTable_TableFragment> = gql`
  fragment RhythmOfTable_table on AccelerationTable {
    id
    slug
    name
    rhythm {
      version
      week
      weekday
      starts
      ends
      location
      submitDaysBefore
      papersDaysBefore
      minutesDaysAfter
      feedbackWorkingDays
      monthsWithout
      monthsAhead
      keepFilled
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** The table of the page. */
export type TableWithRhythm = Omit<RhythmOfTable_TableFragment, ' $fragmentName'>;

/** What a rhythm would bring, before it is kept. */
export const rhythmPreviewQuery: TypedDocumentNode<RhythmPreviewQuery, RhythmPreviewQueryVariables> = gql`
  query RhythmPreview($input: RhythmInput!) {
    rhythmPreview(input: $input) {
      dates {
        month
        ruleDay
        holiday {
          holiday
          dayOff
        }
        day
        startsAt
        endsAt
        submitBy
        papersBy
        minutesBy
        feedbackBy
        meeting {
          id
          meetingState: state
          startsAt
          publishedAt
          movedFrom
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

/** A month of the series as it would be. */
export type RhythmDate = RhythmPreviewQuery['rhythmPreview']['dates'][number];

/** Keeps a rhythm. */
export const changeRhythmMutation: TypedDocumentNode<ChangeRhythmMutation, ChangeRhythmMutationVariables> = gql`
  mutation ChangeRhythm($input: ChangeRhythmInput!, $idempotencyKey: ID) {
    changeRhythm(input: $input, idempotencyKey: $idempotencyKey) {
      table {
        id
        ...RhythmOfTable_table @unmask
      }
      problems {
        ...Problem_problem @unmask
        ... on ConflictProblem {
          current {
            ... on AccelerationTable {
              id
              ...RhythmOfTable_table @unmask
            }
          }
        }
      }
    }
  }
  ${rhythmOfTableFragment}
  ${problemFragment}
`;

/** Makes the meetings of the series that are missing, and brings drafts to their new days. */
export const planSeriesMutation: TypedDocumentNode<PlanSeriesMutation, PlanSeriesMutationVariables> = gql`
  mutation PlanSeries($input: PlanSeriesInput!, $idempotencyKey: ID) {
    planSeries(input: $input, idempotencyKey: $idempotencyKey) {
      meetings {
        id
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;
