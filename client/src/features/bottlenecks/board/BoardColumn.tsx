import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { useId, useState, type ReactElement } from 'react';
import type { BottleneckFilter, BottleneckOrder } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Bones } from '../../../ui/Bones.tsx';
import { Button } from '../../../ui/Button.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { boardColumnQuery } from './board-documents.ts';
import { BoardCard, type Dragged } from './BoardCard.tsx';

interface BoardColumnProps {
  state: BottleneckState;
  filter: BottleneckFilter;
  orderBy: BottleneckOrder;
  count: number;
  homes: number;
  /** The one that a phone shows. */
  isCurrent: boolean;
  arrivedAt: (id: string) => string | undefined;
  onDrag: (card: Dragged | null) => void;
  onDrop: () => void;
}

/** The first cards of a column, and all that a board can hold before the table serves better. */
const atFirst = 25;
const most = 100;

/** The cases in one state, with how many there are and how many homes wait on them. */
export function BoardColumn(props: BoardColumnProps): ReactElement {
  const { state, filter, orderBy, count, homes, isCurrent, arrivedAt, onDrag, onDrop } = props;
  const { t } = useLingui();
  const format = useFormat();
  const headId = useId();
  const [first, setFirst] = useState(atFirst);
  const [over, setOver] = useState(false);
  const { data, previousData, error, refetch } = useQuery(boardColumnQuery, {
    variables: { filter, orderBy, first },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const shown = (data ?? previousData)?.bottlenecks;
  // A card that was moved is gone at once; the column it went to follows with the next answer.
  const cards = shown?.edges.map(({ node }) => node).filter((card) => card.state === state) ?? [];
  const rest = (shown?.totalCount ?? 0) - (shown?.edges.length ?? 0);

  return (
    <section
      className={isCurrent ? 'board-column' : 'board-column wide-only'}
      aria-labelledby={headId}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <h2 id={headId}>
        <StateMark state={state} /> <span className="sub">{format.number(count)}</span>
      </h2>
      <p className="sub small">{homes > 0 ? format.homes(homes) : t`geen woningen`}</p>
      {!shown && !error && <Bones label={t`Knelpunten`} rows={2} />}
      {error && !shown && (
        <Button onPress={() => void refetch()}>
          <Trans>Probeer opnieuw</Trans>
        </Button>
      )}
      <ul>
        {cards.map((card) => (
          <BoardCard key={card.id} target={card} arrived={arrivedAt(card.id)} onDrag={onDrag} />
        ))}
      </ul>
      {rest > 0 && first < most && (
        <Button variant="quiet" onPress={() => setFirst(most)}>
          <Trans>Toon meer</Trans>
        </Button>
      )}
      {rest > 0 && first >= most && (
        <p className="sub small">
          <Trans>Nog {format.number(rest)}: die staan in de tabel.</Trans>
        </p>
      )}
    </section>
  );
}
