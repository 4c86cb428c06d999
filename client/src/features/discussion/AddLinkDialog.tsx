import { useLingui } from '@lingui/react/macro';
import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { StepProblems } from '../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';

interface AddLinkDialogProps {
  /** The question: what does the link lead to? */
  title: string;
  /** Gives what is wrong; nothing when it stands there, null when it could not be asked. */
  onAdd: (title: string, url: string) => Promise<readonly Problem[] | null>;
  busy: boolean;
  onClose: () => void;
}

/** Something that stands elsewhere on the web. */
export function AddLinkDialog({ title: question, onAdd, busy, onClose }: AddLinkDialogProps): ReactElement {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const titleError = problemAt(problems, 'title') ?? (told && !title.trim() ? t`Schrijf wat het is.` : undefined);
  const urlError =
    problemAt(problems, 'url') ??
    (told && !/^https:\/\/\S+$/.test(url.trim()) ? t`Plak een adres dat met https:// begint.` : undefined);

  async function add(): Promise<void> {
    setTold(true);
    if (!title.trim() || !/^https:\/\/\S+$/.test(url.trim())) return;
    const found = await onAdd(title.trim(), url.trim());
    if (found === null) return;
    setProblems(found);
    if (found.length === 0) onClose();
  }

  return (
    <Dialog title={question} isOpen onClose={onClose} confirm={{ label: t`Voeg toe`, onPress: () => void add(), busy }}>
      <Stack>
        <StepProblems problems={problems} shownAt={['title', 'url']} />
        <TextField
          label={t`Titel`}
          maxLength={discussionLimits.titleMax}
          value={title}
          onChange={setTitle}
          {...(titleError && { error: titleError })}
        />
        <TextField
          label={t`Adres`}
          type="url"
          placeholder="https://"
          value={url}
          onChange={setUrl}
          {...(urlError && { error: urlError })}
        />
      </Stack>
    </Dialog>
  );
}
