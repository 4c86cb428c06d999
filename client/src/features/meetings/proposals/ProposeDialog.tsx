import { useLingui } from '@lingui/react/macro';
import { agendaLimits, agendaPurposes } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Note } from '../../../ui/Note.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { purposeLabels } from '../agenda-words.ts';
import { SubjectsField } from '../items/SubjectsField.tsx';
import type { ChosenSubject } from '../items/chosen-subject.ts';
import { proposeAgendaItemMutation } from './proposal-documents.ts';

const shownAt = ['title', 'minutes', 'motivation', 'proposedDecision', 'subjectIds'];

interface ProposeDialogProps {
  meeting: { id: string; tableId: string };
  /** The last day has passed: said, and no wall. */
  late: boolean;
  onClose: () => void;
}

/** A participant proposes an item; chair and secretary take it in or give it back with a reason. */
export function ProposeDialog({ meeting, late, onClose }: ProposeDialogProps): ReactElement {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { run, busy } = useCommand(proposeAgendaItemMutation);
  const [subjects, setSubjects] = useState<readonly ChosenSubject[]>([]);
  const [text, setText] = useState({ title: '', motivation: '', proposedDecision: '' });
  const [purpose, setPurpose] = useState<(typeof agendaPurposes)[number]>('DISCUSS');
  const [minutes, setMinutes] = useState<number | null>(15);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const change = (part: Partial<typeof text>): void => setText((before) => ({ ...before, ...part }));
  const title = text.title.trim() || (subjects[0]?.name ?? '').slice(0, agendaLimits.titleMax);
  const tooShort = title.length < agendaLimits.titleMin;
  const titleError =
    problemAt(problems, 'title') ?? (told && tooShort ? t`Schrijf waar het punt over gaat.` : undefined);
  const motivationError =
    problemAt(problems, 'motivation') ??
    (told && !text.motivation.trim() ? t`Schrijf waarom dit aan deze tafel hoort.` : undefined);
  const minutesError = problemAt(problems, 'minutes');
  const subjectsError = problems.find(({ path }) => path.includes('subjectIds'))?.message;

  async function propose(): Promise<void> {
    setTold(true);
    if (tooShort || !text.motivation.trim()) return;
    const decision = purpose === 'DECIDE' ? text.proposedDecision.trim() : '';
    const outcome = await run({
      input: {
        meetingId: meeting.id,
        title,
        purpose,
        minutes: minutes ?? 15,
        motivation: text.motivation.trim(),
        subjectIds: subjects.map(({ id }) => id),
        ...(decision && { proposedDecision: decision }),
      },
    });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: t`${title} voorgesteld. De secretaris laat je weten of het op de agenda komt.` });
    onClose();
  }

  return (
    <Dialog
      title={t`Welk punt stel je voor?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Stel voor`, onPress: () => void propose(), busy }}
    >
      <Stack>
        {late && (
          <Note kind="warning">
            <p>{t`De uiterste dag is voorbij. Je kunt het nog voorstellen; de secretaris beslist of het past.`}</p>
          </Note>
        )}
        <StepProblems problems={problems} shownAt={shownAt} />
        <TextField
          label={t`Titel`}
          maxLength={agendaLimits.titleMax}
          value={text.title}
          onChange={(next) => change({ title: next })}
          {...(titleError && { error: titleError })}
        />
        <TextArea
          label={t`Waarom nu, en waarom aan deze tafel?`}
          rows={3}
          maxLength={agendaLimits.textMax}
          value={text.motivation}
          onChange={(motivation) => change({ motivation })}
          {...(motivationError && { error: motivationError })}
        />
        <Select
          label={t`Doel`}
          value={purpose}
          options={agendaPurposes.map((id) => ({ id, label: i18n._(purposeLabels[id]) }))}
          onChange={(id) => setPurpose(agendaPurposes.find((one) => one === id) ?? purpose)}
        />
        {purpose === 'DECIDE' && (
          <TextArea
            label={t`Voorgesteld besluit`}
            hint={t`De zin die de tafel kan overnemen.`}
            required={false}
            rows={2}
            maxLength={agendaLimits.textMax}
            value={text.proposedDecision}
            onChange={(proposedDecision) => change({ proposedDecision })}
          />
        )}
        <NumberField
          label={t`Minuten`}
          value={minutes}
          min={agendaLimits.minutesMin}
          max={agendaLimits.minutesMax}
          step={1}
          unit={t`min`}
          onChange={setMinutes}
          {...(minutesError && { error: minutesError })}
        />
        <SubjectsField
          tableId={meeting.tableId}
          value={subjects}
          onChange={setSubjects}
          {...(subjectsError && { error: subjectsError })}
        />
      </Stack>
    </Dialog>
  );
}
