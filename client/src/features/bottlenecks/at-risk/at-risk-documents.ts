import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AtRiskOfListQuery,
  AtRiskOfListQueryVariables,
  AtRiskQuery,
  AtRiskQueryVariables,
} from '../../../generated/graphql.ts';

const atRisk = gql`
  fragment AtRisk_homes on HomesAtRisk {
    homes
    homeMonths
    asOf
    projectCount
    bottleneckCount
    projects(first: 10) {
      homes
      homeMonths
      since
      project {
        id
        name
      }
      bottlenecks {
        id
        number
      }
    }
  }
`;

/** Homes at risk of one thing, explained per project. */
export const atRiskQuery: TypedDocumentNode<AtRiskQuery, AtRiskQueryVariables> = gql`
  query AtRisk($id: ID!) {
    node(id: $id) {
      id
      ... on Bottleneck {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on Pattern {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on Project {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on AccelerationTable {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on Region {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on Municipality {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
      ... on Organisation {
        atRisk {
          ...AtRisk_homes @unmask
        }
      }
    }
  }
  ${atRisk}
`;

/** Homes at risk of the cases in a list. */
export const atRiskOfListQuery: TypedDocumentNode<AtRiskOfListQuery, AtRiskOfListQueryVariables> = gql`
  query AtRiskOfList($filter: BottleneckFilter) {
    bottlenecks(filter: $filter, first: 1) {
      atRisk {
        ...AtRisk_homes @unmask
      }
    }
  }
  ${atRisk}
`;

export type HomesAtRiskFacts = AtRiskOfListQuery['bottlenecks']['atRisk'];
