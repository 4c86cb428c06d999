import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { SelectionBar } from '../../../ui/SelectionBar.tsx';
import { useToast } from '../../../ui/Toast.tsx';

interface ListSelectionProps {
  rows: readonly { id: string; number: string; homesBlocked: number }[];
  onClear: () => void;
}

/** What is selected in the list, its homes together, and their numbers to take along to a mail or an agenda. */
export function ListSelection({ rows, onClear }: ListSelectionProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
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
    <SelectionBar
      count={rows.length}
      homes={rows.reduce((sum, { homesBlocked }) => sum + homesBlocked, 0)}
      onClear={onClear}
    >
      <Button onPress={() => void copy()}>
        <Trans>Kopieer nummers en links</Trans>
      </Button>
    </SelectionBar>
  );
}
