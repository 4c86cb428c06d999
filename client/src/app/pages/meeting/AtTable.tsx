import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import type { AgendaItem } from '../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../features/meetings/agenda-facts.ts';
import type { AgendaEditing } from '../../../features/meetings/use-agenda.ts';
import type { CaseAtTable_BottleneckFragment } from '../../../generated/graphql.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { ArrowRightIcon, PenIcon } from '../../../ui/icons.tsx';
import { CaseAtTable } from './CaseAtTable.tsx';
import { RunItem } from './RunItem.tsx';
import { RunProgramme } from './RunProgramme.tsx';

interface AtTableProps {
  item: AgendaItem;
  cases: readonly CaseAtTable_BottleneckFragment[];
  editing: AgendaEditing;
  viewerId: string;
  onEdit: () => void;
}

/** At the table: one item with its cases, the programme beside it, and the next one a press away. */
export function AtTable({ item, cases, editing, viewerId, onEdit }: AtTableProps): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { agenda } = editing;
  const shown = useRef(item.id);
  const here = agenda.items.findIndex(({ id }) => id === item.id);
  const next = agenda.items[here + 1];
  const before = agenda.items[here - 1];
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
  const record = abilityOf(agenda, 'RECORD_OUTCOME');
  const open = (punt: string | undefined): void =>
    void navigate({ to: '/vergaderingen/$id', params: { id: agenda.id }, search: punt ? { punt } : {} });
  useShortcut({
    keys: 'j',
    label: t`Volgend punt`,
    group: t`Vergadering`,
    when: next !== undefined,
    onPress: () => open(next?.id),
  });
  useShortcut({
    keys: 'k',
    label: t`Vorig punt`,
    group: t`Vergadering`,
    when: before !== undefined,
    onPress: () => open(before?.id),
  });

  // The address changes its question only, so the shell does not move focus: the item's heading takes it.
  useEffect(() => {
    if (shown.current === item.id) return;
    shown.current = item.id;
    const heading = document.getElementById(`punt-${item.id}`);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [item.id]);

  return (
    <>
      <Crumbs
        label={t`Agenda`}
        link={(content) => (
          <Link to="/vergaderingen/$id" params={{ id: agenda.id }} search={{}}>
            {content}
          </Link>
        )}
      />
      <div className="run">
        <RunProgramme agenda={agenda} currentId={item.id} mayEdit={mayEdit} />
        <RunItem
          item={item}
          count={agenda.items.length}
          editing={editing}
          viewerId={viewerId}
          recordRefused={record.allowed ? undefined : (record.reason ?? '')}
        >
          {cases.map((bottleneck) => (
            <CaseAtTable key={bottleneck.id} bottleneck={bottleneck} />
          ))}
        </RunItem>
        <div className="run-side stack stack-2xl">
          {next ? (
            <Link
              className={`${buttonClass('primary')} run-next`}
              to="/vergaderingen/$id"
              params={{ id: agenda.id }}
              search={{ punt: next.id }}
            >
              <span>
                <Trans>Volgend punt: {next.title}</Trans>
              </span>{' '}
              <ArrowRightIcon />
            </Link>
          ) : (
            <Link
              className={`${buttonClass('primary')} run-next`}
              to="/vergaderingen/$id"
              params={{ id: agenda.id }}
              search={{}}
            >
              <Trans>Terug naar de agenda</Trans>
            </Link>
          )}
          {mayEdit && (
            <div>
              <Button icon={<PenIcon />} onPress={onEdit}>
                <Trans>Bewerk dit punt</Trans>
              </Button>
            </div>
          )}
        </div>
      </div>
    </>
  );
}
