import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../lib/format.ts';
import { CheckIcon, OfflineIcon } from './icons.tsx';

/** Whether what was typed is safe, in words. “Bewaard” is only for what the server has. @param props.at ISO moment */
export function SaveState({
  state,
  at,
}: {
  state: 'saved' | 'saving' | 'unsaved' | 'offline';
  at?: string;
}): ReactElement {
  const { time } = useFormat();
  return (
    <p className="small sub" role="status">
      {state === 'saved' && (
        <>
          <CheckIcon /> {at ? <Trans>Bewaard {time(at)}</Trans> : <Trans>Bewaard</Trans>}
        </>
      )}
      {state === 'saving' && <Trans>Bewaren</Trans>}
      {state === 'unsaved' && <Trans>Nog niet bewaard</Trans>}
      {state === 'offline' && (
        <>
          <OfflineIcon /> <Trans>Bewaard op dit apparaat, wacht op verbinding</Trans>
        </>
      )}
    </p>
  );
}
