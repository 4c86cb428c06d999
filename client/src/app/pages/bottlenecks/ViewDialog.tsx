import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import {
  editViewMutation,
  saveViewMutation,
  type SavedView,
} from '../../../features/bottlenecks/list/view-documents.ts';
import { problemAt, type Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useViewer } from '../../../features/session/session.ts';
import { useChosenTable } from '../../../features/tables/chosen-table.ts';
import type { BottleneckListInput } from '../../../generated/graphql.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { StepProblems } from '../../../features/commands/StepProblems.tsx';

interface ViewDialogProps {
  /** The view that gets another name; absent for a new one. */
  view: SavedView | undefined;
  form: string;
  list: BottleneckListInput;
  onClose: () => void;
  onSaved: (view: SavedView) => unknown;
}

/** Gives a view its name, and says whether the table sees it too. */
export function ViewDialog({ view, form, list, onClose, onSaved }: ViewDialogProps): ReactElement {
  const { t } = useLingui();
  const table = useChosenTable();
  const sits = useViewer().memberships.some((one) => one.table.id === table?.id);
  const save = useCommand(saveViewMutation);
  const edit = useCommand(editViewMutation);
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(false);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, 'name') ?? (told && name.trim() === '' ? t`Geef de weergave een naam.` : undefined);

  async function go(): Promise<void> {
    setTold(true);
    if (name.trim() === '') return;
    const outcome = view
      ? await edit.run({ input: { viewId: view.id, expectedVersion: view.version, name: name.trim() } })
      : await save.run({
          input: { name: name.trim(), search: form, list, ...(shared && table && { tableId: table.id }) },
        });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done' || !outcome.payload.view) return;
    onSaved(outcome.payload.view);
    onClose();
  }
  return (
    <Dialog
      title={view ? t`Hoe heet deze weergave?` : t`Bewaar deze weergave`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void go(), busy: save.busy || edit.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['name']} />
        <TextField
          label={t`Naam`}
          hint={t`Filters, groepen, volgorde en kolommen blijven zoals ze nu staan.`}
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          {...(error && { error })}
        />
        {!view && table && sits && (
          <Checkbox
            label={t`Deel met ${table.shortName}`}
            hint={t`Wie aan deze tafel zit ziet de weergave ook. Ieder ziet wat die mag zien.`}
            checked={shared}
            onChange={setShared}
          />
        )}
      </Stack>
    </Dialog>
  );
}
