import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../lib/format.ts';
import { Button } from './Button.tsx';
import { Note } from './Note.tsx';
import { OfflineIcon } from './icons.tsx';

/** Above the page while there is no connection: since when, that one may go on, and what waits. @param props.since ISO moment */
export function OfflineBand({
  since,
  waiting,
  onRetry,
}: {
  since: string;
  waiting: number;
  onRetry: () => void;
}): ReactElement {
  const { time } = useFormat();
  return (
    <Note
      kind="warning"
      live
      icon={<OfflineIcon />}
      action={
        <Button onPress={onRetry}>
          <Trans>Probeer nu</Trans>
        </Button>
      }
    >
      <b className="strong">
        <Trans>Geen verbinding sinds {time(since)}.</Trans>
      </b>{' '}
      <Trans>Je kunt doorwerken.</Trans>{' '}
      {waiting > 0 && (
        <Plural value={waiting} one="# wijziging wacht op verzending." other="# wijzigingen wachten op verzending." />
      )}
    </Note>
  );
}
