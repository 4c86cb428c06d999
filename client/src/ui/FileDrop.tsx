import { useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import type { Uploads } from '../lib/use-uploads.ts';
import { DropZone } from './DropZone.tsx';
import { IconButton } from './IconButton.tsx';
import { PlusIcon } from './icons.tsx';
import { Note } from './Note.tsx';
import { CloseIcon } from './toast-icons.ts';
import { UploadProgress } from './UploadProgress.tsx';

interface FileDropProps {
  uploads: Uploads;
  /** What else can be added here, beside the button. */
  children?: ReactNode;
}

/** Files that are on their way, and where more are chosen or dropped. */
export function FileDrop({ uploads, children }: FileDropProps): ReactElement {
  const { t } = useLingui();
  return (
    <>
      {uploads.onItsWay.map(({ key, name, part, failed }) =>
        failed === null ? (
          <UploadProgress key={key} name={name} part={part} />
        ) : (
          <Note
            key={key}
            kind="error"
            live
            title={t`${name} is niet toegevoegd`}
            action={<IconButton label={t`Sluit melding`} icon={<CloseIcon />} onPress={() => uploads.forget(key)} />}
          >
            <p>{failed}</p>
          </Note>
        ),
      )}
      <DropZone label={t`Kies bestanden`} icon={<PlusIcon />} multiple onFiles={(files) => void uploads.send(files)}>
        {children}
        <span className="sub small wide-only">{t`of sleep ze hierheen`}</span>
      </DropZone>
    </>
  );
}
