import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { AgendaEditing } from '../../../features/meetings/use-agenda.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type { ReadyCasesQuery, ReadyCasesQueryVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';

const readyCasesQuery: TypedDocumentNode<ReadyCasesQuery, ReadyCasesQueryVariables> = gql`
  query ReadyCases($filter: BottleneckFilter!) {
    bottlenecks(filter: $filter, orderBy: HOMES_DESC, first: 20) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          state
          homesBlocked
          decisionBy
          municipality {
            id
            name
          }
        }
      }
    }
  }
`;

const shownAtOnce = 6;

interface ReadyCasesProps {
  tableId: string;
  editing: AgendaEditing;
}

/** What the secretary took in and that stands on no agenda yet, the most homes first: one press puts it on. */
export function ReadyCases({ tableId, editing }: ReadyCasesProps): ReactElement | null {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const [placing, setPlacing] = useState<string | null>(null);
  const { data, previousData, refetch } = useQuery(readyCasesQuery, {
    variables: { filter: { tableId, states: ['TRIAGE'] } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const onAgenda = new Set(editing.agenda.items.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  // The list answers a moment after the press: what already stands on the agenda or left this state is not offered again.
  const ready = ((data ?? previousData)?.bottlenecks.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, state }) => state === 'TRIAGE' && !onAgenda.has(id));
  if (ready.length === 0) return null;

  async function put(id: string, title: string): Promise<void> {
    setPlacing(id);
    const sent = await editing.add({
      title,
      purpose: 'DISCUSS',
      minutes: 15,
      presenterId: null,
      presenterText: '',
      proposedDecision: '',
      closedPart: false,
      bottleneckIds: [id],
      noteIds: [],
      position: null,
      outcome: '',
    });
    setPlacing(null);
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
    if (sent.kind !== 'done') return;
    const placed = sent.agenda?.items.find((item) => item.id === sent.itemId);
    toast({ text: t`${title} staat op de agenda`, onUndo: placed && (() => editing.remove(placed)) });
  }

  return (
    <Section title={t`Wacht op een plek`} aside={ready.length}>
      <List>
        {ready.slice(0, shownAtOnce).map(({ id, number, title, homesBlocked, decisionBy, municipality }) => (
          <li className="stack stack-xs" key={id}>
            <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
              {title}
            </Link>
            <p className="meta small">
              <span>{number}</span>
              <span>{municipality.name}</span>
              {decisionBy && (
                <span>
                  <Trans>besluit vóór {date(decisionBy)}</Trans>
                </span>
              )}
            </p>
            <p className="row row-wide">
              <Button busy={placing === id} onPress={() => void put(id, title)}>
                <Trans>Zet erin</Trans> <span className="vh">{title}</span>
              </Button>
              {homesBlocked > 0 && <Homes count={homesBlocked} />}
            </p>
          </li>
        ))}
      </List>
    </Section>
  );
}
