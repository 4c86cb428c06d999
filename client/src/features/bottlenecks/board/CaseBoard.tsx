import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { bottleneckStates, closedStates, type BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { bottleneckVerbs, canTransition, transitions } from '@versnellingstafel/shared/bottlenecks/transitions';
import { useRef, useState, type ReactElement } from 'react';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { useFormat } from '../../../lib/format.ts';
import { Bones } from '../../../ui/Bones.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { stateLabels } from '../../../ui/StateMark.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import type { ListSearch } from '../bottleneck-address.ts';
import { filterOf, orderOf } from '../bottleneck-search.ts';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { boardCountsQuery } from './board-documents.ts';
import { BoardColumn } from './BoardColumn.tsx';
import type { Dragged } from './BoardCard.tsx';
import '../../../ui/css/board.css';

interface CaseBoardProps {
  search: ListSearch;
  tableId: string | null;
  arrivedAt: (id: string) => string | undefined;
}

/** The columns that stand although they are empty, so that a case can be moved there. */
const alwaysThere: readonly BottleneckState[] = bottleneckStates.filter(
  (state) => state !== 'DRAFT' && !(closedStates as readonly BottleneckState[]).includes(state),
);

/** The list as a board: a column for each state, in which cases travel by menu, by key or by dragging. On a phone one column at a time. */
export function CaseBoard({ search, tableId, arrivedAt }: CaseBoardProps): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const toast = useToast();
  const filter = filterOf(search, tableId);
  const { data, error, refetch } = useQuery(boardCountsQuery, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  });
  const [chosen, setChosen] = useState<BottleneckState | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const dragged = useRef<Dragged | null>(null);
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);

  function walk(step: number): void {
    const links = [...(board.current?.querySelectorAll<HTMLElement>('.board-card a') ?? [])].filter(
      (link) => link.offsetParent !== null,
    );
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  }
  /** To the column beside it that has cards. */
  function cross(step: number): void {
    const columns = [...(board.current?.querySelectorAll<HTMLElement>('.board-column') ?? [])].filter((column) =>
      column.querySelector('.board-card a'),
    );
    const at = columns.findIndex((column) => column.contains(document.activeElement));
    columns[Math.min(columns.length - 1, Math.max(0, at + step))]?.querySelector<HTMLElement>('.board-card a')?.focus();
  }
  const group = t`Bord`;
  useShortcut({ keys: 'j', label: t`Volgende`, group, onPress: () => walk(1) });
  useShortcut({ keys: 'k', label: t`Vorige`, group, onPress: () => walk(-1) });
  useShortcut({ keys: 'ArrowRight', label: t`Kolom verder`, group, onPress: () => cross(1) });
  useShortcut({ keys: 'ArrowLeft', label: t`Kolom terug`, group, onPress: () => cross(-1) });
  useShortcut({
    keys: 's',
    label: t`Stap`,
    group,
    onPress: () => document.activeElement?.closest('.board-card')?.querySelector('button')?.click(),
  });

  if (error && !data) return <ErrorState title={t`Het bord kon niet geladen worden`} onRetry={() => void refetch()} />;
  if (!data) return <Bones label={t`Bord`} rows={6} />;

  const groups = new Map(data.bottleneckGroups.map((one) => [one.value, one]));
  const wished = filter.states;
  const columns = bottleneckStates.filter((state) =>
    wished
      ? (wished as readonly string[]).includes(state)
      : (groups.get(state)?.count ?? 0) > 0 || (filter.open === true && alwaysThere.includes(state)),
  );
  const current = columns.find((state) => state === chosen) ?? columns.find((state) => groups.get(state)) ?? columns[0];

  function drop(onto: BottleneckState): void {
    const card = dragged.current;
    dragged.current = null;
    if (!card || card.target.state === onto) return;
    const { target } = card;
    const verb = bottleneckVerbs.find((one) => canTransition(one, target.state) && transitions[one].to === onto);
    const ability = target.viewerCan.find((one) => one.verb === verb);
    if (verb && ability?.allowed) {
      card.move(verb);
      return;
    }
    const to = i18n._(stateLabels[onto]);
    toast({ kind: 'error', text: ability?.reason ?? t`${target.number} kan niet in één stap naar ${to}.` });
  }

  return (
    <div ref={board}>
      <div className="narrow board-choice">
        <Select
          label={t`Staat`}
          value={current ?? null}
          onChange={(id) => setChosen(columns.find((state) => state === id) ?? null)}
          options={columns.map((id) => ({
            id,
            label: `${i18n._(stateLabels[id])} (${number(groups.get(id)?.count ?? 0)})`,
          }))}
        />
      </div>
      <div className="board" role="group" aria-label={t`Knelpunten als bord`}>
        {columns.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            filter={{ ...filter, states: [state] }}
            orderBy={orderOf(search)}
            count={groups.get(state)?.count ?? 0}
            homes={groups.get(state)?.homes ?? 0}
            isCurrent={state === current}
            arrivedAt={arrivedAt}
            onDrag={(card) => (dragged.current = card)}
            onDrop={() => drop(state)}
          />
        ))}
      </div>
    </div>
  );
}
