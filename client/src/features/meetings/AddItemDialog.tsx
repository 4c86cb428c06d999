import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { BottleneckPicker, type ChosenBottleneck } from '../bottlenecks/BottleneckPicker.tsx';
import { StepProblems } from '../bottlenecks/steps/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { NotePicker } from '../knowledge/NotePicker.tsx';
import { ItemFields } from './ItemFields.tsx';
import type { ItemText } from './item-text.ts';
import type { AgendaEditing } from './use-agenda.ts';

const subjects = ['text', 'case', 'note'] as const;
type Subject = (typeof subjects)[number];

const empty: ItemText = {
  title: '',
  purpose: 'DISCUSS',
  minutes: 15,
  presenterText: '',
  proposedDecision: '',
  closedPart: false,
};
const fields = ['title', 'minutes', 'presenterText', 'proposedDecision', 'bottleneckIds', 'noteIds', 'bottleneckId'];

/** A new item: words alone, or about a case or a note, whose title it takes unless another is written. */
export function AddItemDialog({ editing, onClose }: { editing: AgendaEditing; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const [about, setAbout] = useState<Subject>('text');
  const [text, setText] = useState<ItemText>(empty);
  const [bottleneck, setBottleneck] = useState<ChosenBottleneck | null>(null);
  const [note, setNote] = useState<{ id: string; title: string } | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [told, setTold] = useState(false);
  const change = (part: Partial<ItemText>): void => setText((before) => ({ ...before, ...part }));

  const chosen = about === 'case' ? bottleneck : about === 'note' ? note : null;
  const title = text.title.trim() || (chosen?.title ?? '');
  const tooShort = title.length < agendaLimits.titleMin;
  const titleError =
    problemAt(problems, 'title') ??
    (told && about === 'text' && tooShort ? t`Schrijf waar het punt over gaat.` : undefined);
  const unchosen = told && about !== 'text' && !chosen;
  const caseError =
    problems.find(({ path }) => path.includes('bottleneckIds') || path.includes('bottleneckId'))?.message ??
    (unchosen ? t`Kies een knelpunt uit de lijst.` : undefined);
  const noteError =
    problems.find(({ path }) => path.includes('noteIds'))?.message ??
    (unchosen ? t`Kies een notitie uit de lijst.` : undefined);

  async function add(): Promise<void> {
    setTold(true);
    if (tooShort || (about !== 'text' && !chosen)) return;
    const sent = await editing.add({
      ...text,
      title,
      presenterText: text.presenterText.trim(),
      proposedDecision: text.proposedDecision.trim(),
      presenterId: null,
      bottleneckIds: about === 'case' && bottleneck ? [bottleneck.id] : [],
      noteIds: about === 'note' && note ? [note.id] : [],
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
        <ChoiceGroup
          label={t`Soort punt`}
          value={about}
          onChange={(id) => {
            setAbout(subjects.find((one) => one === id) ?? 'text');
            setTold(false);
            setProblems([]);
          }}
          options={[
            { id: 'text', label: t`Een eigen punt` },
            { id: 'case', label: t`Een knelpunt` },
            { id: 'note', label: t`Een notitie` },
          ]}
        />
        {about === 'case' && (
          <BottleneckPicker value={bottleneck} onChange={setBottleneck} {...(caseError && { error: caseError })} />
        )}
        {about === 'note' && <NotePicker value={note} onChange={setNote} {...(noteError && { error: noteError })} />}
        <TextField
          label={t`Titel`}
          required={about === 'text'}
          {...(about !== 'text' && { hint: t`Leeg neemt het punt de titel over van wat je kiest.` })}
          maxLength={agendaLimits.titleMax}
          value={text.title}
          onChange={(next) => change({ title: next })}
          {...(titleError && { error: titleError })}
        />
        <ItemFields text={text} onChange={change} error={(field) => problemAt(problems, field)} />
      </Stack>
    </Dialog>
  );
}
