import { useRouteContext } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useViewer } from '../session/session.ts';
import { SharedText } from '../shared-text/SharedText.tsx';

export interface MinutesTextProps {
  meetingId: string;
  itemId: string;
  /** May the viewer write here, as far as this page knows? The server decides. */
  canWrite: boolean;
  /** What the text is of, for who does not see where it stands. */
  label: string;
  /** Hears that words came too late, because the minutes were adopted meanwhile. The shell offers them as an addendum in any case. */
  onRefusedText?: ((text: string) => void) | undefined;
}

/** The bare id in an id that names its type. */
const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The minutes of one item, as they are written together. */
export function MinutesText({ meetingId, itemId, ...rest }: MinutesTextProps): ReactElement {
  const { live } = useRouteContext({ from: '/app' });
  const { person } = useViewer();
  const name = `minutes:${bare(meetingId)}:${bare(itemId)}`;
  return <SharedText {...rest} name={name} personId={person.id} connection={live.connection} />;
}
