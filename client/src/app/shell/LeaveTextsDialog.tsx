import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactElement } from 'react';
import type { Connection } from '../../features/live/connection.ts';
import { copiedWords } from '../../features/shared-text/copied-words.ts';
import { sendUnsent } from '../../features/shared-text/send-unsent.ts';
import { downloadText } from '../../features/shared-text/text-download.ts';
import { useKeptTexts } from '../../features/shared-text/use-kept-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { List } from '../../ui/List.tsx';

interface LeaveTextsDialogProps {
  personId: string;
  connection: Connection;
  onLeave: () => void;
  onStay: () => void;
}

/** Asked at signing out, when this device has words that the server does not have: signing out wipes them. */
export function LeaveTextsDialog({ personId, connection, onLeave, onStay }: LeaveTextsDialogProps): ReactElement {
  const { t } = useLingui();
  const texts = useKeptTexts(personId, connection, { all: true });
  useEffect(() => sendUnsent(personId, connection), [personId, connection]);
  return (
    <Dialog
      title={t`Er staat nog tekst op dit apparaat`}
      isOpen
      alert
      onClose={onStay}
      cancelLabel={t`Blijf aangemeld`}
      confirm={{
        label: texts.length === 0 ? t`Meld af` : t`Meld af en wis de tekst`,
        danger: texts.length > 0,
        onPress: onLeave,
      }}
    >
      {texts.length === 0 ? (
        <p role="status">
          <Trans>Alles is verstuurd en bewaard. Je kunt nu afmelden.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              De server heeft dit nog niet. Zodra er verbinding is, gaat het vanzelf. Meld je nu af, dan wordt het van
              dit apparaat gewist.
            </Trans>
          </p>
          <List>
            {texts.map(({ name, label }) => (
              <li key={name}>{label}</li>
            ))}
          </List>
          <p>
            <Button
              onPress={() =>
                void copiedWords(personId).then((words) => downloadText(t`Niet verstuurde tekst.txt`, words))
              }
            >
              <Trans>Download de tekst</Trans>
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}
