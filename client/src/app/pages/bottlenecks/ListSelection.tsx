import { useApolloClient, useFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { selectedCaseFragment, type SelectedCase } from '../../../features/bottlenecks/bulk/bulk-documents.ts';
import { LateMakePatternDialog } from '../../../features/bottlenecks/patterns/late-patterns.tsx';
import type { ChangeKind } from '../../../features/bottlenecks/bulk/ChangeDialog.tsx';
import { useViewer } from '../../../features/session/session.ts';
import { useChosenTable } from '../../../features/tables/chosen-table.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { ChevronDownIcon } from '../../../ui/icons.tsx';
import { late } from '../../../ui/late.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { SelectionBar } from '../../../ui/SelectionBar.tsx';
import { useToast } from '../../../ui/Toast.tsx';

const ChangeDialog = late(
  async () => (await import('../../../features/bottlenecks/bulk/ChangeDialog.tsx')).ChangeDialog,
  DialogOnItsWay,
);

interface ListSelectionProps {
  selected: ReadonlySet<string>;
  /** The row that the keyboard is on: the keys change it when nothing is selected. */
  cursor: string | null;
  onClear: () => void;
  /** The rows may stand elsewhere now. */
  onChanged: () => unknown;
}

const keys = { owner: 'e', due: 'd', themes: 't', step: 's' } as const;

/** What is selected in the list, its homes together, and what can be done with all of it at once. */
export function ListSelection({ selected, cursor, onClear, onChanged }: ListSelectionProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const client = useApolloClient();
  const led = useLedTable();
  const [groups, setGroups] = useState<readonly SelectedCase[] | null>(null);
  const [open, setOpen] = useState<{ kind: ChangeKind; cases: readonly SelectedCase[] } | null>(null);
  const ids = [...selected];
  const from = ids.map((id) => ({ __typename: 'Bottleneck' as const, id }));
  const { data } = useFragment({ fragment: selectedCaseFragment, from });
  const rows = data.flatMap((row) => (row?.id && row.version !== undefined ? [row as SelectedCase] : []));

  function begin(kind: ChangeKind): void {
    const one = cursor && selected.size === 0 ? { __typename: 'Bottleneck' as const, id: cursor } : null;
    const here = one && client.readFragment({ fragment: selectedCaseFragment, from: one });
    const cases = here ? [here] : rows;
    if (cases.length > 0) setOpen({ kind, cases });
  }
  const group = t`Lijst`;
  const when = selected.size > 0 || cursor !== null;
  useShortcut({ keys: keys.owner, label: t`Eigenaar`, group, when, onPress: () => begin('owner') });
  useShortcut({ keys: keys.due, label: t`Uiterlijk`, group, when, onPress: () => begin('due') });
  useShortcut({ keys: keys.themes, label: t`Thema’s`, group, when, onPress: () => begin('themes') });
  useShortcut({ keys: keys.step, label: t`Stap`, group, when, onPress: () => begin('step') });

  async function copy(): Promise<void> {
    const links = rows.map(({ number }) => `${number} ${location.origin}/knelpunten/${number}`).join('\n');
    try {
      await navigator.clipboard.writeText(links);
      toast({ text: t`Nummers en links gekopieerd` });
    } catch {
      toast({ kind: 'error', text: t`Kopiëren lukt niet in deze browser` });
    }
  }
  return (
    <>
      <SelectionBar
        count={rows.length}
        homes={rows.reduce((sum, { homesBlocked }) => sum + homesBlocked, 0)}
        onClear={onClear}
      >
        <Button shortcut={keys.owner} onPress={() => begin('owner')}>
          <Trans>Eigenaar</Trans>
        </Button>
        <Button shortcut={keys.due} onPress={() => begin('due')}>
          <Trans>Uiterlijk</Trans>
        </Button>
        <Button shortcut={keys.step} onPress={() => begin('step')}>
          <Trans>Stap</Trans>
        </Button>
        <Menu
          label={t`Meer met de selectie`}
          trigger={
            <Button iconEnd={<ChevronDownIcon />}>
              <Trans>Meer</Trans>
            </Button>
          }
          entries={[
            { id: 'lead', label: t`Trekker`, onSelect: () => begin('lead') },
            { id: 'nextStep', label: t`Volgende stap`, onSelect: () => begin('nextStep') },
            { id: 'themes', label: t`Thema’s`, shortcut: keys.themes, onSelect: () => begin('themes') },
            ...(led && rows.length > 1
              ? [{ id: 'pattern', label: t`Vorm een patroon`, onSelect: () => setGroups(rows) }]
              : []),
            'separator',
            { id: 'copy', label: t`Kopieer nummers en links`, onSelect: () => void copy() },
          ]}
        />
      </SelectionBar>
      {groups && led && <LateMakePatternDialog bottlenecks={groups} tableId={led} onClose={() => setGroups(null)} />}
      {open && (
        <ChangeDialog
          {...open}
          onClose={() => setOpen(null)}
          onChanged={() => {
            onClear();
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** The table that the viewer leads as chair or secretary: the chosen one before another. Its patterns are theirs to form. */
function useLedTable(): string | null {
  const chosen = useChosenTable()?.id;
  const led = useViewer().memberships.filter(({ role }) => role === 'CHAIR' || role === 'SECRETARY');
  return (led.find(({ table }) => table.id === chosen) ?? led[0])?.table.id ?? null;
}
