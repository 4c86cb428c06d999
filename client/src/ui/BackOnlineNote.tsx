import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Note } from './Note.tsx';
import { CheckIcon } from './icons.tsx';

/** After the connection came back: what went out and what came in. */
export function BackOnlineNote({ sent, updated }: { sent: number; updated: number }): ReactElement {
  return (
    <Note kind="success" live icon={<CheckIcon />}>
      <b className="strong">
        <Trans>Weer verbonden.</Trans>
      </b>{' '}
      {sent > 0 && <Plural value={sent} one="# wijziging verstuurd." other="# wijzigingen verstuurd." />}{' '}
      {updated > 0 && <Plural value={updated} one="# van anderen bijgewerkt." other="# van anderen bijgewerkt." />}
    </Note>
  );
}
