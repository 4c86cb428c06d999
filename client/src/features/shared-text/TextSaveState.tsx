import { Trans } from '@lingui/react/macro';
import { useEffect, useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { CheckIcon, OfflineIcon } from '../../ui/icons.tsx';
import type { TextState } from './text-state.ts';

/** Below this, keeping is part of typing and not worth a word. */
const unremarkable = 2_000;

/** Has this been true for a while? */
function useLasting(condition: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setLasting(true), unremarkable);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [condition]);
  return condition && lasting;
}

/** Whether what was written is safe, in words. “Bewaard” is only for what the server has. */
export function TextSaveState({ state }: { state: TextState }): ReactElement {
  const { time } = useFormat();
  const away = useLasting(!state.connected);
  const slow = useLasting(state.unsent);
  return (
    <p className="small sub" role="status">
      {away && (
        <>
          <OfflineIcon /> <Trans>Geen verbinding, je kunt doorschrijven.</Trans>{' '}
        </>
      )}
      {state.unsent && (away || slow) && <Unsent onDevice={state.onDevice} />}
      {state.unsent && !away && !slow && <Trans>Bewaren</Trans>}
      {!state.unsent && state.savedAt !== null && (
        <>
          {!away && <CheckIcon />} <Trans>Bewaard {time(state.savedAt)}</Trans>
        </>
      )}
    </p>
  );
}

function Unsent({ onDevice }: { onDevice: boolean }): ReactElement {
  return onDevice ? (
    <Trans>Nog niet bewaard, staat op dit apparaat.</Trans>
  ) : (
    <Trans>Nog niet bewaard: houd deze pagina open.</Trans>
  );
}
