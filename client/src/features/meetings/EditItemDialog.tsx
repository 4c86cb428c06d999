import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { StepProblems } from '../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import type { AgendaItem } from './agenda-documents.ts';
import { ItemFields } from './ItemFields.tsx';
import { textOf, type ItemText } from './item-text.ts';
import { SubjectsField } from './items/SubjectsField.tsx';
import type { AgendaEditing } from './use-agenda.ts';

const fields = ['title', 'minutes', 'presenterText', 'presenterId', 'proposedDecision', 'subjectIds', 'annotation'];

interface EditItemDialogProps {
  item: AgendaItem;
  tableId: string;
  /** What the chair noted with it; null where the viewer is not the chair. */
  annotation: string | null;
  editing: AgendaEditing;
  onClose: () => void;
}

/** Changes what stands on an item. What a colleague did to other fields meanwhile stays. */
export function EditItemDialog({ item, tableId, annotation, editing, onClose }: EditItemDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const [before] = useState<ItemText>(() => textOf(item, annotation));
  const [text, setText] = useState(before);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const change = (part: Partial<ItemText>): void => setText((last) => ({ ...last, ...part }));
  const titleError = problemAt(problems, 'title');
  const subjectsError = problems.find(({ path }) => path.includes('subjectIds'))?.message;

  async function save(): Promise<void> {
    const sent = await editing.edit(item.id, before, text);
    if (sent.kind === 'problems') setProblems(sent.problems);
    if (sent.kind === 'done') toast({ text: t`${text.title.trim()} bijgewerkt` });
    if (sent.kind === 'done' || sent.kind === 'dropped') onClose();
  }

  return (
    <Dialog
      title={t`Agendapunt bewerken`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy: editing.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={fields} />
        <TextField
          label={t`Titel`}
          maxLength={agendaLimits.titleMax}
          value={text.title}
          onChange={(title) => change({ title })}
          {...(titleError && { error: titleError })}
        />
        <ItemFields text={text} onChange={change} error={(field) => problemAt(problems, field)} />
        <SubjectsField
          tableId={tableId}
          value={text.subjects}
          onChange={(subjects) => change({ subjects })}
          {...(subjectsError && { error: subjectsError })}
        />
      </Stack>
    </Dialog>
  );
}
