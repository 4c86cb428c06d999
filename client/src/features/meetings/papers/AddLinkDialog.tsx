import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { StepProblems } from '../../bottlenecks/steps/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import type { PaperUpload } from './use-paper-upload.ts';

/** A paper that stands elsewhere. */
export function AddLinkDialog({ upload, onClose }: { upload: PaperUpload; onClose: () => void }): ReactElement {
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
    const found = await upload.addLink(title.trim(), url.trim());
    if (found === null) return;
    setProblems(found);
    if (found.length === 0) onClose();
  }

  return (
    <Dialog
      title={t`Naar welk stuk verwijst de link?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Voeg toe`, onPress: () => void add(), busy: upload.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['title', 'url']} />
        <TextField
          label={t`Titel`}
          maxLength={agendaLimits.titleMax}
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
