import { useLingui } from '@lingui/react/macro';
import { useRouteContext } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useToast } from '../../ui/Toast.tsx';
import { useViewer } from '../session/session.ts';
import { SharedText } from '../shared-text/SharedText.tsx';

export interface NoteBodyProps {
  note: { id: string; title: string };
}

/** The explanation of a note, as it is written together by who may edit it. */
export function NoteBody({ note }: NoteBodyProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { live } = useRouteContext({ from: '/app' });
  const { person } = useViewer();
  // A new title is no reason to begin the editor anew under somebody's hands.
  const [title] = useState(note.title);
  return (
    <SharedText
      name={`note:${note.id.slice(note.id.indexOf('_') + 1)}`}
      personId={person.id}
      connection={live.connection}
      canWrite
      label={t`Toelichting van ${title}`}
      onRefusedText={() =>
        toast({
          kind: 'error',
          text: t`Deze notitie is intussen gearchiveerd. Wat je nog schreef, staat bovenaan de pagina.`,
        })
      }
    />
  );
}
