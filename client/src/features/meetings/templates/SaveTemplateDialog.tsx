import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { removeAgendaTemplateMutation, saveAgendaTemplateMutation } from './template-documents.ts';

/** Keeps this agenda as what later ones can begin with. */
export function SaveTemplateDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { run, busy } = useCommand(saveAgendaTemplateMutation);
  const removing = useCommand(removeAgendaTemplateMutation);
  const [name, setName] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error =
    problemAt(problems, 'name') ??
    (told && !name.trim() ? t`Geef het sjabloon een naam, zoals “Gewone tafel”.` : undefined);

  async function save(): Promise<void> {
    setTold(true);
    if (!name.trim()) return;
    const outcome = await run({ input: { meetingId, name: name.trim() } });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    const templateId = outcome.payload.template?.id;
    toast({
      text: t`Bewaard als sjabloon ${name.trim()}`,
      onUndo: templateId ? async () => void (await removing.run({ input: { templateId } })) : undefined,
    });
    onClose();
  }

  return (
    <Dialog
      title={t`Hoe heet dit sjabloon?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['name']} />
        <TextField
          label={t`Naam`}
          hint={t`Titels, minuten en doel gaan mee; zaken, stukken en gasten niet.`}
          maxLength={agendaLimits.titleMax}
          value={name}
          onChange={setName}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
