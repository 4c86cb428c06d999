import { useLingui } from '@lingui/react/macro';
import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { StepProblems } from '../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { addCommentMutation } from './discussion-documents.ts';
import { useMentions } from './use-mentions.ts';

export interface CommentDialogProps {
  bottleneck: { id: string; number: string };
  onClose: () => void;
}

/** A word to the people of a case, from a page that is about something else. */
export function CommentDialog({ bottleneck, onClose }: CommentDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(addCommentMutation);
  const content = useMentions(`comment ${bottleneck.id}`);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const text = content.text.trim();
  const error = problemAt(problems, 'text') ?? (told && text === '' ? t`Schrijf eerst iets.` : undefined);

  async function add(): Promise<void> {
    setTold(true);
    if (text === '') return;
    const outcome = await command.run({ input: { bottleneckId: bottleneck.id, text } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    content.sent();
    toast({ text: t`Reactie geplaatst bij ${bottleneck.number}` });
    onClose();
  }

  return (
    <Dialog
      title={t`Reactie bij ${bottleneck.number}`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Plaats reactie`, onPress: () => void add(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['text']} />
        <TextArea
          label={t`Reactie`}
          hint={t`Wie dit knelpunt mag zien, leest het.`}
          rows={3}
          maxLength={discussionLimits.textMax}
          value={content.text}
          onChange={content.setText}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
