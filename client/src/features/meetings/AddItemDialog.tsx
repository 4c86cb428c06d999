import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { StepProblems } from '../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { ItemFields } from './ItemFields.tsx';
import type { ItemText } from './item-text.ts';
import { idsOfKind } from './items/chosen-subject.ts';
import { SubjectsField } from './items/SubjectsField.tsx';
import type { AgendaEditing } from './use-agenda.ts';

const empty: ItemText = {
  title: '',
  purpose: 'DISCUSS',
  minutes: 15,
  presenter: null,
  presenterText: '',
  proposedDecision: '',
  closedPart: false,
  subjects: [],
  annotation: null,
};
const subjectFields = ['bottleneckIds', 'bottleneckId', 'noteIds', 'projectIds', 'meetingIds'];
const fields = ['title', 'minutes', 'presenterText', 'presenterId', 'proposedDecision', 'annotation', ...subjectFields];

interface AddItemDialogProps {
  tableId: string;
  editing: AgendaEditing;
  onClose: () => void;
}

/** A new item: words alone, or about one or more things, the first of which gives the title unless another is written. */
export function AddItemDialog({ tableId, editing, onClose }: AddItemDialogProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const [text, setText] = useState<ItemText>(empty);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [told, setTold] = useState(false);
  const change = (part: Partial<ItemText>): void => setText((before) => ({ ...before, ...part }));

  const [first] = text.subjects;
  const borrowed = first?.kind === 'Meeting' ? t`Verslag van ${date(first.name)}` : (first?.name ?? '');
  const title = (text.title.trim() || borrowed).slice(0, agendaLimits.titleMax);
  const tooShort = title.length < agendaLimits.titleMin;
  const titleError =
    problemAt(problems, 'title') ?? (told && tooShort ? t`Schrijf waar het punt over gaat.` : undefined);
  const subjectsError = problems.find(({ path }) => path.some((part) => subjectFields.includes(part)))?.message;

  async function add(): Promise<void> {
    setTold(true);
    if (tooShort) return;
    const { subjects, presenter } = text;
    const sent = await editing.add({
      title,
      purpose: text.purpose,
      minutes: text.minutes,
      closedPart: text.closedPart,
      presenterId: presenter?.id ?? null,
      presenterText: text.presenterText.trim(),
      proposedDecision: text.purpose === 'DECIDE' ? text.proposedDecision.trim() : '',
      bottleneckIds: idsOfKind(subjects, 'Bottleneck'),
      noteIds: idsOfKind(subjects, 'KnowledgeNote'),
      projectIds: idsOfKind(subjects, 'Project'),
      meetingIds: idsOfKind(subjects, 'Meeting'),
      annotation: '',
      position: null,
      outcome: '',
    });
    if (sent.kind === 'problems') setProblems(sent.problems);
    if (sent.kind !== 'done') return;
    toast({ text: t`${title} staat op de agenda` });
    onClose();
  }

  return (
    <Dialog
      title={t`Waar gaat het nieuwe punt over?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Voeg toe`, onPress: () => void add(), busy: editing.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={fields} />
        <TextField
          label={t`Titel`}
          required={text.subjects.length === 0}
          {...(borrowed && { hint: t`Leeg neemt het punt de titel over van wat je kiest.` })}
          maxLength={agendaLimits.titleMax}
          value={text.title}
          onChange={(next) => change({ title: next })}
          {...(titleError && { error: titleError })}
        />
        <SubjectsField
          tableId={tableId}
          value={text.subjects}
          onChange={(subjects) => change({ subjects })}
          {...(subjectsError && { error: subjectsError })}
        />
        <ItemFields text={text} onChange={change} error={(field) => problemAt(problems, field)} />
      </Stack>
    </Dialog>
  );
}
