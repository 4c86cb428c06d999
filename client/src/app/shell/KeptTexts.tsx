import { useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { useViewer } from '../../features/session/session.ts';
import { useKeptTexts } from '../../features/shared-text/use-kept-texts.ts';

const TextsToSend = lazy(async () => ({ default: (await import('./TextsToSend.tsx')).TextsToSend }));

/** Texts of which this device has more than the server: they are sent, and what comes too late is offered. Mostly there are none. */
export function KeptTexts(): ReactElement | null {
  const { live } = useRouteContext({ from: '/app' });
  const { person } = useViewer();
  const texts = useKeptTexts(person.id, live.connection);
  if (texts.length === 0) return null;
  return (
    <Suspense>
      <TextsToSend texts={texts} personId={person.id} connection={live.connection} />
    </Suspense>
  );
}
