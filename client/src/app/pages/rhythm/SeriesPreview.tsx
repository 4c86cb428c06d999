import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactElement } from 'react';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import { Bones } from '../../../ui/Bones.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { List } from '../../../ui/List.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { wholeInputOf, type RhythmDraft } from './rhythm-draft.ts';
import { planSeriesMutation, rhythmPreviewQuery, type RhythmDate, type TableWithRhythm } from './rhythm-documents.ts';
import { SeriesDateRow } from './SeriesDateRow.tsx';

const settle = 300;

/** The value once it has stood still. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as T), settle);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}

/** A draft that nobody moved by hand, on another day or hour than the rhythm says now. */
const isElsewhere = ({ startsAt, meeting }: RhythmDate): boolean =>
  meeting?.meetingState === 'DRAFT' &&
  meeting.publishedAt === null &&
  meeting.movedFrom === null &&
  startsAt !== null &&
  Date.parse(meeting.startsAt) !== Date.parse(startsAt);

interface SeriesPreviewProps {
  table: TableWithRhythm;
  /** What the form says, kept or not. */
  draft: RhythmDraft;
  touched: boolean;
}

/** The months to come under this rhythm: when, what is moved or left out and why, and by when what is due. */
export function SeriesPreview({ table, draft, touched }: SeriesPreviewProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const input = useSettled({ tableId: table.id, ...wholeInputOf(draft) });
  const { data, previousData, error, refetch, networkStatus } = useQuery(rhythmPreviewQuery, {
    variables: { input },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  useLiveRefetch({ streamKind: 'table' }, refetch);
  const command = useCommand(planSeriesMutation);
  const preview = data?.rhythmPreview;
  const shown = preview && preview.problems.length === 0 ? preview : previousData?.rhythmPreview;
  const dates = shown?.dates ?? [];
  const busy = networkStatus === NetworkStatus.setVariables || networkStatus === NetworkStatus.loading;

  const mayPlan = table.viewerCan.some(({ verb, allowed }) => verb === 'PLAN_SERIES' && allowed);
  const missing = dates.filter(({ day, meeting }) => day !== null && meeting === null).length;
  const elsewhere = dates.filter(isElsewhere).length;

  async function plan(): Promise<void> {
    const outcome = await command.run({ input: { tableId: table.id, moveDrafts: true } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind !== 'done') return;
    const made = outcome.payload.meetings.length;
    toast({ text: made > 0 ? t`De reeks is bijgewerkt; nieuw: ${made}` : t`De reeks is bijgewerkt` });
    await refetch();
  }

  return (
    <Section title={t`Zo komt de reeks eruit te zien`}>
      <Stack>
        {preview?.problems.map(({ code, message }) => (
          <Note kind="warning" live key={code + message}>
            <p>{message}</p>
          </Note>
        ))}
        {error && !shown && (
          <Note
            kind="error"
            title={t`De datums konden niet komen`}
            action={<Button onPress={() => void refetch()}>{t`Probeer opnieuw`}</Button>}
          />
        )}
        {!shown && !error && !preview && <Bones label={t`De datums`} rows={6} />}
        {shown && dates.length === 0 && (
          <EmptyState title={t`Nog geen reeks`}>
            <Trans>Kies een week en een dag; dan staan hier de vergaderingen van de komende maanden.</Trans>
          </EmptyState>
        )}
        {dates.length > 0 && (
          <div aria-busy={busy || undefined}>
            <List label={t`Vergaderingen van de komende maanden`}>
              {dates.map((date) => (
                <SeriesDateRow key={date.month} date={date} elsewhere={isElsewhere(date)} />
              ))}
            </List>
          </div>
        )}
        {mayPlan && !touched && missing + elsewhere > 0 && (
          <Note
            kind="info"
            action={
              <Button busy={command.busy} onPress={() => void plan()}>
                <Trans>Werk de reeks bij</Trans>
              </Button>
            }
          >
            {missing > 0 && (
              <p>
                <Plural value={missing} one="# vergadering ontbreekt nog." other="# vergaderingen ontbreken nog." />
              </p>
            )}
            {elsewhere > 0 && (
              <p>
                <Plural
                  value={elsewhere}
                  one="# concept staat nog op een andere tijd."
                  other="# concepten staan nog op een andere tijd."
                />
              </p>
            )}
          </Note>
        )}
      </Stack>
    </Section>
  );
}
