import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import {
  fixCellMutation,
  type ImportCell,
  type ImportRow,
} from '../../../features/bottlenecks/import/import-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { announce } from '../../../lib/announce.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';

interface FixCellProps {
  row: ImportRow;
  cell: ImportCell;
  label: string;
  onClose: () => void;
  onFixed: () => Promise<unknown>;
}

/** A cell that is put right where it stands: Enter saves, Esc leaves it as it was. */
export function FixCell({ row, cell, label, onClose, onFixed }: FixCellProps): ReactElement {
  const { t } = useLingui();
  const fixing = useCommand(fixCellMutation);
  const [value, setValue] = useState(cell.raw);
  const [refused, setRefused] = useState<string | undefined>(undefined);

  useShortcut({ keys: 'Escape', label: t`Laat de cel zoals hij was`, inFields: true, onPress: onClose });

  async function save(): Promise<void> {
    const outcome = await fixing.run({ input: { rowId: row.id, field: cell.field, value } });
    if (outcome.kind === 'problems') setRefused(outcome.problems[0]?.message ?? t`Dat lukte niet.`);
    if (outcome.kind !== 'done') return;
    const still = outcome.payload.row?.cells.find(({ field }) => field === cell.field);
    if (still?.cellState === 'REFUSED') {
      setRefused(still.message ?? t`Dat kan hier niet staan.`);
      return;
    }
    announce(t`Rij ${row.rowNumber}: ${label} aangepast`);
    onClose();
    await onFixed();
  }

  return (
    <form
      className="stack stack-xs"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t`${label}, rij ${row.rowNumber}`}
        value={value}
        onChange={setValue}
        required={false}
        autoFocus
        {...(refused !== undefined && { error: refused })}
      />
      <div className="row">
        <Button type="submit" variant="primary" busy={fixing.busy}>
          <Trans>Bewaar</Trans>
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
