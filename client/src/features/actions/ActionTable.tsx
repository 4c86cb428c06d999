import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { DateWithDistance } from '../../ui/DateWithDistance.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TableTitle } from '../../ui/TableTitle.tsx';
import type { ActionRow } from './action-documents.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { CompleteActionDialog } from './CompleteActionDialog.tsx';
import { useActions } from './use-actions.ts';

type Doing = { what: 'complete' | 'withdraw' | 'edit'; action: ActionRow };

const may = ({ viewerCan }: ActionRow, verb: string): { allowed: boolean; reason: string } => {
  const ability = viewerCan.find((one) => one.verb === verb);
  return { allowed: ability?.allowed === true, reason: ability?.reason ?? '' };
};

interface ActionTableProps {
  label: string;
  actions: readonly ActionRow[];
  arrivedAt?: (id: string) => string | undefined;
}

/** Actions: what, who, before when, and the press that reports them done. */
export function ActionTable({ label, actions, arrivedAt }: ActionTableProps): ReactElement {
  const { t } = useLingui();
  const { day, date } = useFormat();
  const commands = useActions();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => setDoing(null);

  const entriesOf = (action: ActionRow): MenuEntry[] => {
    // One who may not is told why; a button in every row that says so would drown the list.
    const entry = (id: string, verb: string, words: string, onSelect: () => void): MenuEntry => {
      const { allowed, reason } = may(action, verb);
      return { id, label: words, onSelect, ...(!allowed && { disabledReason: reason }) };
    };
    if (action.actionState !== 'OPEN')
      return [entry('reopen', 'REOPEN', t`Zet weer open`, () => void commands.reopen(action))];
    return [
      entry('complete', 'COMPLETE', t`Meld af`, () => setDoing({ what: 'complete', action })),
      entry('edit', 'EDIT', t`Bewerk`, () => setDoing({ what: 'edit', action })),
      entry('withdraw', 'WITHDRAW', t`Trek in`, () => setDoing({ what: 'withdraw', action })),
    ];
  };

  const columns: Column<ActionRow>[] = [
    {
      id: 'what',
      header: t`Actie`,
      rowHeader: true,
      width: 'grow',
      render: ({ what, number, table, meeting, bottleneck, doneNote, withdrawnReason }) => (
        <TableTitle
          link={<span className="strong">{what}</span>}
          meta={[
            number,
            table.shortName,
            meeting && (
              <Link to="/vergaderingen/$id" params={{ id: meeting.id }}>
                <Trans>tafel van {day(meeting.startsAt)}</Trans>
              </Link>
            ),
            bottleneck && (
              <Link to="/knelpunten/$number" params={{ number: bottleneck.number }}>
                {bottleneck.number}
              </Link>
            ),
          ].filter(Boolean)}
        >
          {doneNote || withdrawnReason}
        </TableTitle>
      ),
    },
    {
      id: 'owner',
      header: t`Wie`,
      width: 'state',
      render: ({ owner }) => (
        <>
          {owner.name}
          <span className="two sub">{owner.organisation.name}</span>
        </>
      ),
    },
    {
      id: 'due',
      header: t`Uiterlijk`,
      width: 'due',
      render: ({ actionState, dueOn, agreedDueOn, doneOn }) => {
        if (actionState === 'OPEN')
          return (
            <>
              <DateWithDistance date={dueOn} layout="stacked" />
              {agreedDueOn !== dueOn && (
                <span className="two sub">
                  <Trans>afgesproken: {day(agreedDueOn)}</Trans>
                </span>
              )}
            </>
          );
        return actionState === 'DONE' && doneOn ? (
          <DateWithDistance
            date={doneOn}
            layout="stacked"
            judge={false}
            words={doneOn > agreedDueOn ? t`af, na ${date(agreedDueOn)}` : t`af, op tijd`}
          />
        ) : (
          <span className="sub">
            <Trans>ingetrokken</Trans>
          </span>
        );
      },
    },
    {
      id: 'do',
      header: t`Wat je kunt doen`,
      render: (action) => (
        <span className="row">
          {action.actionState === 'OPEN' && may(action, 'COMPLETE').allowed && (
            <Button onPress={() => setDoing({ what: 'complete', action })}>
              <Trans>Meld af</Trans> <span className="vh">{action.number}</span>
            </Button>
          )}
          <Menu
            label={t`Meer met ${action.number}`}
            trigger={<IconButton label={t`Meer met ${action.number}`} icon={<MoreIcon />} />}
            entries={entriesOf(action)}
          />
        </span>
      ),
    },
  ];

  return (
    <>
      <Table
        label={label}
        columns={columns}
        rows={actions}
        rowKey={({ id }) => id}
        isNew={({ id }) => arrivedAt?.(id) !== undefined}
        keys
      />
      {doing && doing.what !== 'edit' && (
        <CompleteActionDialog
          action={doing.action}
          how={doing.what}
          busy={commands.busy}
          onClose={close}
          onSend={async (text) => {
            const send = doing.what === 'complete' ? commands.complete : commands.withdraw;
            const problems = await send(doing.action, text);
            if (problems === null) close();
            return problems ?? [];
          }}
        />
      )}
      {doing?.what === 'edit' && (
        <ActionDialog
          title={t`Bewerk ${doing.action.number}`}
          confirm={t`Bewaar`}
          start={{ what: doing.action.what, owner: doing.action.owner, dueOn: doing.action.dueOn }}
          busy={commands.busy}
          onClose={close}
          onSend={async (text) => {
            const problems = await commands.edit(doing.action, text);
            if (problems === null) close();
            return problems ?? [];
          }}
        />
      )}
    </>
  );
}
