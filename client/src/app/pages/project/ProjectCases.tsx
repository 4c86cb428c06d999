import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { Trans } from '@lingui/react/macro';
import { useTransition, type ReactElement } from 'react';
import { BottleneckTable, bottleneckTableFragment } from '../../../features/bottlenecks/BottleneckTable.tsx';
import type {
  BottleneckTable_BottleneckFragment,
  ProjectCases_ConnectionFragment,
} from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';

/** The cases of a project, open or closed. A connection has no identity: its parent reads it with `@unmask`. */
export const projectCasesFragment: TypedDocumentNode<ProjectCases_ConnectionFragment> = gql`
  fragment ProjectCases_connection on BottleneckConnection {
    totalCount
    edges {
      cursor
      node {
        id
        ...BottleneckTable_bottleneck
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  ${bottleneckTableFragment}
`;

interface ProjectCasesProps {
  label: string;
  cases: {
    totalCount: number;
    edges: readonly { node: { id: string } & FragmentType<BottleneckTable_BottleneckFragment> }[];
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  };
  arrivedAt: (id: string) => string | undefined;
  /** Fetches the page behind this cursor. */
  onMore: (after: string | null) => Promise<unknown>;
}

/** The cases of a project as a table, with the rest behind a button. */
export function ProjectCases({ label, cases, arrivedAt, onMore }: ProjectCasesProps): ReactElement {
  const [loadingMore, startLoading] = useTransition();
  const rows = cases.edges.map(({ node }) => node);
  const more = (): void =>
    startLoading(async () => {
      await onMore(cases.pageInfo.endCursor ?? null);
    });
  return (
    <>
      <BottleneckTable label={label} bottlenecks={rows} arrivedAt={arrivedAt} />
      {cases.pageInfo.hasNextPage && (
        <div className="row row-wide list-foot">
          <p className="sub small">
            <Trans>
              {rows.length} van {cases.totalCount}
            </Trans>
          </p>
          <Button onPress={more} busy={loadingMore}>
            <Trans>Toon meer</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
