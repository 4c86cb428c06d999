import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { listOf } from '../../../features/bottlenecks/bottleneck-search.ts';
import {
  editViewMutation,
  removeViewMutation,
  saveViewMutation,
  type SavedView,
} from '../../../features/bottlenecks/list/view-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useChosenTable } from '../../../features/tables/chosen-table.ts';
import { Button } from '../../../ui/Button.tsx';
import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { MoreIcon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { late } from '../../../ui/late.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { addressOf, isAsSaved, savedForm } from './saved-views.ts';

const ViewDialog = late(async () => (await import('./ViewDialog.tsx')).ViewDialog, DialogOnItsWay);

interface ViewActionsProps {
  search: ListSearch;
  tableId: string | null;
  saved: readonly SavedView[];
}

/** The list as it stands becomes a view; a view that was changed is saved again, renamed, shared or taken away. */
export function ViewActions({ search, tableId, saved }: ViewActionsProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const client = useApolloClient();
  const navigate = useNavigate();
  const table = useChosenTable();
  const edit = useCommand(editViewMutation);
  const remove = useCommand(removeViewMutation);
  const save = useCommand(saveViewMutation);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const view = saved.find(({ id }) => id === search.bewaard);
  const list = listOf(search, tableId);
  const form = savedForm(search);
  const refresh = (): Promise<unknown> =>
    client.refetchQueries({ include: ['BottleneckViews'] }).catch(() => undefined) as Promise<unknown>;
  const may = (verb: string): boolean => view?.viewerCan.some((one) => one.verb === verb && one.allowed) ?? false;
  const reason = (verb: string): { disabledReason?: string } => {
    const ability = view?.viewerCan.find((one) => one.verb === verb);
    return ability && !ability.allowed ? { disabledReason: ability.reason ?? t`Dat kan iemand anders.` } : {};
  };

  /** Says what became of it, in the server's words when it was refused. */
  async function change(
    input: { search?: string; list?: typeof list; tableId?: string | null },
    done: string,
  ): Promise<void> {
    if (!view) return;
    const outcome = await edit.run({ input: { viewId: view.id, expectedVersion: view.version, ...input } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? '' });
    if (outcome.kind === 'done') toast({ text: done });
    if (outcome.kind !== 'failed') await refresh();
  }
  async function takeAway(): Promise<void> {
    if (!view) return;
    const outcome = await remove.run({ input: { viewId: view.id } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? '' });
    if (outcome.kind !== 'done') return;
    await refresh();
    await navigate({ to: '/knelpunten', search: { ...addressOf(view), bewaard: undefined } });
    const input = { name: view.name, search: view.search, list, ...(view.table && { tableId: view.table.id }) };
    toast({
      text: t`Weergave ${view.name} weggehaald`,
      onUndo: async () => {
        const back = await save.run({ input });
        await refresh();
        if (back.kind === 'done' && back.payload.view)
          await navigate({ to: '/knelpunten', search: addressOf(back.payload.view) });
      },
    });
  }

  const changed = view !== undefined && !isAsSaved(search, view);
  return (
    <>
      {changed && may('EDIT') && (
        <Button onPress={() => void change({ search: form, list }, t`Weergave ${view.name} bewaard`)} busy={edit.busy}>
          <Trans>Gewijzigd, bewaar</Trans>
        </Button>
      )}
      {view ? (
        <Menu
          label={t`Deze weergave`}
          trigger={<IconButton label={t`Weergave ${view.name}`} icon={<MoreIcon />} />}
          entries={[
            { id: 'rename', label: t`Hernoem`, ...reason('EDIT'), onSelect: () => setNaming('rename') },
            ...(view.table
              ? [
                  {
                    id: 'unshare',
                    label: t`Deel niet meer met ${view.table.shortName}`,
                    ...reason('EDIT'),
                    onSelect: () => void change({ tableId: null }, t`Deze weergave is nu van jou alleen`),
                  },
                ]
              : table
                ? [
                    {
                      id: 'share',
                      label: t`Deel met ${table.shortName}`,
                      ...reason('EDIT'),
                      onSelect: () => void change({ tableId: table.id }, t`Gedeeld met ${table.shortName}`),
                    },
                  ]
                : []),
            { id: 'copy', label: t`Bewaar als nieuwe weergave`, onSelect: () => setNaming('new') },
            'separator',
            { id: 'remove', label: t`Haal weg`, danger: true, ...reason('REMOVE'), onSelect: () => void takeAway() },
          ]}
        />
      ) : (
        form !== '' && (
          <Button variant="quiet" onPress={() => setNaming('new')}>
            <Trans>Bewaar weergave</Trans>
          </Button>
        )
      )}
      {naming && (
        <ViewDialog
          view={naming === 'rename' ? view : undefined}
          form={form}
          list={list}
          onClose={() => setNaming(null)}
          onSaved={async (next) => {
            await refresh();
            if (naming === 'new') await navigate({ to: '/knelpunten', search: addressOf(next), replace: true });
          }}
        />
      )}
    </>
  );
}
