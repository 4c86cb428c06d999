import { Trans } from '@lingui/react/macro';
import { useState, type ComponentProps, type ReactElement } from 'react';
import type { Uploads } from '../../lib/use-uploads.ts';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { AddLinkDialog } from './AddLinkDialog.tsx';

interface AddFilesProps {
  uploads: Uploads;
  /** Asks what the link is to. */
  linkTitle: string;
  onAddLink: ComponentProps<typeof AddLinkDialog>['onAdd'];
  busy: boolean;
}

/** Adds files by choosing or dropping, and links in a dialog. */
export function AddFiles({ uploads, linkTitle, onAddLink, busy }: AddFilesProps): ReactElement {
  const [linking, setLinking] = useState(false);
  return (
    <>
      <FileDrop uploads={uploads}>
        <Button variant="quiet" onPress={() => setLinking(true)}>
          <Trans>Voeg een link toe</Trans>
        </Button>
      </FileDrop>
      {linking && <AddLinkDialog title={linkTitle} onAdd={onAddLink} busy={busy} onClose={() => setLinking(false)} />}
    </>
  );
}
