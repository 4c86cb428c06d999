import type { GraphClient } from '@versnellingstafel/server/testing/graph-client';

/** A case as the one who logged it has it. */
export interface LoggedCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

/** Logs a case straight through the API, for what a journey needs to be there already. */
export async function logCase(
  api: GraphClient,
  { title, project }: { title: string; project: string },
): Promise<LoggedCase> {
  const { projects } = await api.run(
    'query ($text: String!) { projects(filter: { text: $text, kind: DEMO_FICTIONAL }) { edges { node { id } } } }',
    { text: project },
  );
  const input = {
    title,
    projects: [{ projectId: projects.edges[0].node.id, homesBlocked: 40 }],
    themeCodes: ['NETCONGESTIE'],
    constructionStart: '2030-03-01',
  };
  const { logBottleneck } = await api.run(
    'mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { bottleneck { id number version } problems { message } } }',
    { input },
  );
  if (logBottleneck.problems.length > 0)
    throw new Error(`It was not logged: ${JSON.stringify(logBottleneck.problems)}`);
  return logBottleneck.bottleneck;
}
