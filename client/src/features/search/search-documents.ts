import { gql, type TypedDocumentNode } from '@apollo/client';
import type { SearchHit_HitFragment, SearchPageQuery, SearchPageQueryVariables } from '../../generated/graphql.ts';

/** A find with what stands beside it. It has no id of its own: plain fields. */
const searchHitFragment: TypedDocumentNode<SearchHit_HitFragment> = gql`
  fragment SearchHit_hit on SearchHit {
    reason
    title {
      text
      hit
    }
    snippet {
      text
      hit
    }
    target {
      ... on Bottleneck {
        id
        number
        state
        resolvedOn
        homesBlocked
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
      }
      ... on AgendaItem {
        id
        meeting {
          id
          startsAt
          table {
            id
            name
          }
        }
      }
      ... on KnowledgeNote {
        id
        slug
        plainTitle: title
        validity
        reviewBy
        reuse {
          worked
          partly
          failed
          notYet
        }
      }
    }
  }
`;

/** A find. */
export type Hit = SearchHit_HitFragment;

export const searchPageQuery: TypedDocumentNode<SearchPageQuery, SearchPageQueryVariables> = gql`
  query SearchPage($query: String!, $kinds: [SearchKind!], $first: Int!, $after: String) {
    search(query: $query, kinds: $kinds, first: $first, after: $after) {
      totalCount
      suggestion
      interpretations {
        from
        to
        kind
      }
      kindCounts {
        value
        label
        count
      }
      edges {
        cursor
        node {
          ...SearchHit_hit @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${searchHitFragment}
`;
