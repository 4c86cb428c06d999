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
      ... on AgendaOutcome {
        id
        decision: number
        item {
          id
        }
        meeting {
          id
          startsAt
          table {
            id
            name
          }
        }
      }
      ... on Action {
        id
        number
        actionState: state
        dueOn
        daysLate
        owner {
          id
          name
        }
      }
      ... on Project {
        id
        homes
        phase
        municipality {
          id
          name
        }
      }
      ... on Organisation {
        id
        name
        ownMunicipality: municipality {
          id
          name
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

/** By what finds can be narrowed. */
export type SearchFacet = NonNullable<SearchPageQuery['search']>['facets'][number];

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
      facets {
        name
        values {
          label
          count
          filter
          askedBy
        }
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
