import { gql, type TypedDocumentNode } from '@apollo/client';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { Belonging_BottleneckFragment, BottleneckFilter } from '../../generated/graphql.ts';
import { bottleneckTableFragment } from './BottleneckTable.tsx';

/** A row of the list, with what tells whether it belongs there. */
export const belongingFragment: TypedDocumentNode<Belonging_BottleneckFragment> = gql`
  fragment Belonging_bottleneck on Bottleneck {
    id
    state
    overdue
    solvableAt
    confidentiality
    heldBy {
      id
    }
    owner {
      id
    }
    municipality {
      id
      code
    }
    themes {
      id
      code
    }
    ...BottleneckTable_bottleneck
  }
  ${bottleneckTableFragment}
`;

/** Is one of the wished among the found? Nothing wished is no wish. */
const meets = (wished: readonly string[] | null | undefined, found: readonly string[]): boolean =>
  !wished || wished.some((one) => found.includes(one));

/**
 * Does a row belong in a list, as far as the page can tell? Only the server knows what text it matches and which project it hangs on:
 * such a list waits for the server. @param viewerId who “mine” is
 */
export function belongs(
  row: Omit<Belonging_BottleneckFragment, '__typename' | ' $fragmentRefs' | ' $fragmentName'>,
  filter: BottleneckFilter,
  viewerId: string,
): boolean {
  const { open, overdue, tableId, mine, ownerId } = filter;
  return (
    !filter.text &&
    !filter.projectId &&
    !filter.regionCode &&
    (typeof open !== 'boolean' || isOpen(row.state) === open) &&
    (typeof overdue !== 'boolean' || row.overdue === overdue) &&
    (!tableId || row.heldBy?.id === tableId) &&
    (!mine || row.owner.id === viewerId) &&
    (!ownerId || row.owner.id === ownerId) &&
    meets(filter.states, [row.state]) &&
    meets(filter.solvableAt, [row.solvableAt]) &&
    meets(filter.confidentiality, [row.confidentiality]) &&
    meets(filter.municipalityCodes, [row.municipality.code]) &&
    meets(
      filter.themeCodes,
      row.themes.map(({ code }) => code),
    )
  );
}
