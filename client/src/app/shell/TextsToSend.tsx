import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { MinutesOfMeetingQuery, MinutesOfMeetingQueryVariables } from '../../generated/graphql.ts';
import { useCommand } from '../../features/commands/use-command.ts';
import type { Connection } from '../../features/live/connection.ts';
import { addAddendumMutation } from '../../features/minutes/minutes-documents.ts';
import { forgetCopy, tellCopies } from '../../features/shared-text/local-copies.ts';
import { sendUnsent } from '../../features/shared-text/send-unsent.ts';
import { downloadText } from '../../features/shared-text/text-download.ts';
import type { KeptText } from '../../features/shared-text/use-kept-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { Row } from '../../ui/Row.tsx';
import { useToast } from '../../ui/Toast.tsx';

const minutesOfMeetingQuery: TypedDocumentNode<MinutesOfMeetingQuery, MinutesOfMeetingQueryVariables> = gql`
  query MinutesOfMeeting($id: ID!) {
    meeting(id: $id) {
      id
      minutes {
        id
      }
    }
  }
`;

interface TextsToSendProps {
  texts: readonly KeptText[];
  personId: string;
  connection: Connection;
}

/** Sends what can be sent, without a word; what came too late is offered, to be kept elsewhere. */
export function TextsToSend({ texts, personId, connection }: TextsToSendProps): ReactElement {
  const unsent = texts.filter((text) => text.unsent).map(({ name }) => name);
  const key = unsent.join(' ');
  useEffect(() => (key === '' ? undefined : sendUnsent(personId, connection)), [personId, connection, key]);
  return (
    <>
      {texts.map(
        ({ name, label, refused }) =>
          refused !== undefined && (
            <RefusedText key={name} name={name} label={label} words={refused} personId={personId} />
          ),
      )}
    </>
  );
}

interface RefusedTextProps {
  name: string;
  label: string;
  words: string;
  personId: string;
}

/** Words that came too late. Those for minutes can become an addendum; a note that is archived takes nothing any more. */
function RefusedText(props: RefusedTextProps): ReactElement {
  const { t } = useLingui();
  return props.name.startsWith('note:') ? (
    <TooLate {...props} title={t`Je tekst kwam nadat de notitie was gearchiveerd`} />
  ) : (
    <TooLateForMinutes {...props} />
  );
}

interface TooLateProps extends RefusedTextProps {
  title: string;
  /** What else can be done with them. */
  children?: ReactNode;
}

function TooLate({ name, label, words, personId, title, children }: TooLateProps): ReactElement {
  function discard(): void {
    forgetCopy(personId, name);
    tellCopies();
  }
  return (
    <Note kind="warning" live title={title}>
      <p>
        <Trans>
          {label}: “{words.length > 200 ? `${words.slice(0, 200)}…` : words}”
        </Trans>
      </p>
      <Row>
        {children}
        <Button onPress={() => downloadText(`${label}.txt`, words)}>
          <Trans>Download de tekst</Trans>
        </Button>
        <Button variant="quiet" onPress={discard}>
          <Trans>Gooi de tekst weg</Trans>
        </Button>
      </Row>
    </Note>
  );
}

function TooLateForMinutes(props: RefusedTextProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const client = useApolloClient();
  const command = useCommand(addAddendumMutation);
  const [looking, setLooking] = useState(false);
  const { name, words, personId } = props;
  const [, meetingId = '', itemId = ''] = name.split(':');

  async function propose(): Promise<void> {
    setLooking(true);
    const found = await client
      .query({ query: minutesOfMeetingQuery, variables: { id: `Meeting_${meetingId}` } })
      .catch(() => undefined);
    setLooking(false);
    const minutesId = found?.data?.meeting?.minutes?.id;
    if (!minutesId)
      return toast({ kind: 'error', text: t`Het verslag is nu niet te vinden. Probeer het straks weer.` });
    const input = { minutesId, itemId: `AgendaItem_${itemId}`, text: words, origin: 'OFFLINE_TEXT' as const };
    const outcome = await command.run({ input });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind !== 'done') return undefined;
    forgetCopy(personId, name);
    tellCopies();
    return toast({ text: t`Je tekst ligt als aanvulling bij het verslag` });
  }
  return (
    <TooLate {...props} title={t`Je tekst kwam nadat het verslag was vastgesteld`}>
      <Button variant="primary" busy={looking || command.busy} onPress={() => void propose()}>
        <Trans>Stel voor als aanvulling</Trans>
      </Button>
    </TooLate>
  );
}
