import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { GuestList } from '../../../../features/meetings/guests/GuestList.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import type { CaseAtTable_BottleneckFragment } from '../../../../generated/graphql.ts';
import { useShortcut } from '../../../../lib/shortcuts.ts';
import { Button, buttonClass } from '../../../../ui/Button.tsx';
import { Crumbs } from '../../../../ui/Crumbs.tsx';
import { ArrowRightIcon, PenIcon } from '../../../../ui/icons.tsx';
import { Split } from '../../../../ui/Split.tsx';
import { ItemHead } from './ItemHead.tsx';
import { ItemContent } from './ItemContent.tsx';
import { Programme } from './Programme.tsx';
import type { ItemInPreparation } from './preparation-query.ts';

export interface ItemAheadProps {
  item: AgendaItem;
  prepared: ItemInPreparation | undefined;
  cases: readonly CaseAtTable_BottleneckFragment[];
  editing: AgendaEditing;
  viewerId: string;
  onEdit: () => void;
}

/** One item of a meeting to come: what it is about, its papers and guests, and the programme beside it. */
export function ItemAhead({ item, prepared, cases, editing, viewerId, onEdit }: ItemAheadProps): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { agenda } = editing;
  const shown = useRef(item.id);
  const here = agenda.items.findIndex(({ id }) => id === item.id);
  const next = agenda.items[here + 1];
  const before = agenda.items[here - 1];
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
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
      <ItemHead item={item} count={agenda.items.length} why={prepared?.why ?? []}>
        {mayEdit && (
          <Button icon={<PenIcon />} onPress={onEdit}>
            <Trans>Bewerk dit punt</Trans>
          </Button>
        )}
      </ItemHead>
      <Split
        side={
          <>
            <Link
              className={`${buttonClass()} run-next`}
              to="/vergaderingen/$id"
              params={{ id: agenda.id }}
              search={next ? { punt: next.id } : {}}
            >
              {next ? <Trans>Volgend punt: {next.title}</Trans> : <Trans>Terug naar de agenda</Trans>}{' '}
              {next && <ArrowRightIcon />}
            </Link>
            {prepared && <GuestList itemId={item.id} guests={prepared.guests} editing={editing} mayEdit={mayEdit} />}
            <Programme agenda={agenda} currentId={item.id} mayEdit={mayEdit} />
          </>
        }
      >
        <ItemContent item={item} prepared={prepared} cases={cases} editing={editing} viewerId={viewerId} />
      </Split>
    </>
  );
}
