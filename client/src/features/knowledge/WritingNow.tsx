import { gql, type TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { NoteWritersSubscription, NoteWritersSubscriptionVariables } from '../../generated/graphql.ts';
import { namesInWords } from '../../lib/names-in-words.ts';
import { useConnection } from '../live/connection.ts';
import type { Live } from '../live/live.ts';
import { useViewer } from '../session/session.ts';

const noteWritersSubscription: TypedDocumentNode<NoteWritersSubscription, NoteWritersSubscriptionVariables> = gql`
  subscription NoteWriters($noteId: ID!) {
    noteWriters(noteId: $noteId) {
      onlookers {
        person {
          id
          name
        }
      }
    }
  }
`;

/** Who else is at the explanation of this note now; nothing when nobody is, or when nobody knows. */
export function WritingNow({ live, noteId }: { live: Live; noteId: string }): ReactElement | null {
  const { person } = useViewer();
  const connected = useConnection(live.connection).status === 'connected';
  const { data } = useSubscription(noteWritersSubscription, { variables: { noteId }, skip: !connected });
  const others = (data?.noteWriters.onlookers ?? []).filter((one) => one.person.id !== person.id);
  if (!connected || others.length === 0) return null;
  const names = namesInWords(others.map((one) => one.person.name));
  return (
    <p className="sub small" role="status">
      <Trans>Nu bezig met de toelichting: {names}</Trans>
    </p>
  );
}
