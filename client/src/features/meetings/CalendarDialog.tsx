import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { Row } from '../../ui/Row.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useCommand } from '../commands/use-command.ts';
import {
  calendarFeedQuery,
  endCalendarFeedMutation,
  renewCalendarFeedMutation,
} from './calendar/calendar-documents.ts';

/** One's meetings in one's own calendar: an address that is told once, can be renewed, and ends when one says so. */
export function CalendarDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(calendarFeedQuery, { fetchPolicy: 'cache-and-network' });
  const renewing = useCommand(renewCalendarFeedMutation);
  const ending = useCommand(endCalendarFeedMutation);
  const toast = useToast();
  const [url, setUrl] = useState<string | null>(null);
  const since = data?.viewer?.calendarFeedSince ?? null;

  async function renew(): Promise<void> {
    const outcome = await renewing.run({});
    const made = outcome.kind === 'done' ? outcome.payload.viewer?.calendarFeedUrl : null;
    // Without PUBLIC_URL the server does not know under which name one came to it; the browser does.
    if (made) setUrl(new URL(made, location.origin).href);
  }

  async function end(): Promise<void> {
    const outcome = await ending.run({});
    if (outcome.kind !== 'done') return;
    setUrl(null);
    toast({ text: t`Het adres werkt niet meer` });
  }

  return (
    <Dialog title={t`Zet je vergaderingen in je agenda`} isOpen onClose={onClose}>
      <Stack>
        <p>
          <Trans>
            Met een eigen adres haalt je agendaprogramma de gepubliceerde vergaderingen van je tafels op, en houdt het
            ze bij.
          </Trans>
        </p>
        {url ? (
          <FeedAddress url={url} />
        ) : error && !data ? (
          <Note
            kind="error"
            action={
              <Button onPress={() => void refetch().catch(() => undefined)}>
                <Trans>Probeer opnieuw</Trans>
              </Button>
            }
          >
            <p>
              <Trans>We weten niet of je al een adres hebt. Controleer je verbinding.</Trans>
            </p>
          </Note>
        ) : !data ? (
          <Bones label={t`Je adres`} rows={1} />
        ) : (
          <FeedState since={since} />
        )}
        {(url !== null || data) && (
          <Row>
            <Button
              variant={since === null && url === null ? 'primary' : 'default'}
              onPress={() => void renew()}
              busy={renewing.busy}
            >
              {since === null && url === null ? t`Maak een adres` : t`Maak een nieuw adres`}
            </Button>
            {(since !== null || url !== null) && (
              <Button variant="quiet" onPress={() => void end()} busy={ending.busy}>
                <Trans>Laat het adres vervallen</Trans>
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Dialog>
  );
}

function FeedState({ since }: { since: string | null }): ReactElement {
  const { moment } = useFormat();
  return since === null ? (
    <p className="sub">
      <Trans>Je hebt nog geen adres.</Trans>
    </p>
  ) : (
    <p className="sub">
      <Trans>
        Je hebt een adres sinds {moment(since)}. We bewaren het niet leesbaar en tonen het dus niet nog een keer. Kwijt?
        Maak een nieuw adres; het oude werkt dan niet meer.
      </Trans>
    </p>
  );
}

/** The address, to copy. It says that it is a secret: whoever has it reads along. */
function FeedAddress({ url }: { url: string }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      toast({ text: t`Adres gekopieerd` });
    } catch {
      field.current?.select();
      toast({ kind: 'error', text: t`Kopiëren lukt niet in deze browser. Het adres is geselecteerd.` });
    }
  }

  return (
    <>
      <TextField ref={field} label={t`Jouw adres`} type="url" value={url} onChange={() => undefined} />
      <Row>
        <Button variant="primary" onPress={() => void copy()}>
          <Trans>Kopieer het adres</Trans>
        </Button>
      </Row>
      <p className="sub">
        <Trans>
          Plak het in je agendaprogramma bij “agenda toevoegen via URL” of “abonneren via internet”. Je ziet het adres
          maar één keer, en wie het heeft, leest mee: deel het met niemand.
        </Trans>
      </p>
    </>
  );
}
