import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ViewerQuery, ViewerQueryVariables } from '../../generated/graphql.ts';

/** Who is signed in, which tables they sit at, and the cursors from which their live feeds start. */
export const viewerQuery: TypedDocumentNode<ViewerQuery, ViewerQueryVariables> = gql`
  query Viewer {
    viewer {
      person {
        id
        name
        jobTitle
        organisation {
          id
          name
          shortName
          kind
          municipality {
            id
            code
            name
          }
        }
      }
      organisationRoles
      memberships {
        role
        mandate
        table {
          id
        }
        person {
          id
        }
      }
      locale
      lastVisitAt
      viewerCan {
        verb
        allowed
        reason
      }
      demo
    }
    tables {
      edges {
        node {
          id
          slug
          name
          shortName
          level
          parent {
            id
          }
        }
      }
    }
  }
`;
