import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { abilityOf } from '../../../features/meetings/agenda-facts.ts';
import { meetingStates } from '../../../features/meetings/agenda-words.ts';
import type { AgendaEditing } from '../../../features/meetings/use-agenda.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { Note } from '../../../ui/Note.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { useToast } from '../../../ui/Toast.tsx';

interface MeetingHeadProps {
  editing: AgendaEditing;
  location: string;
  tableName: string;
  participants: number;
}

/** Which meeting this is, how far it is, and the one step that shows it to the participants. */
export function MeetingHead({ editing, location, tableName, participants }: MeetingHeadProps): ReactElement {
  const { t, i18n } = useLingui();
  const { longDay, time, moment } = useFormat();
  const toast = useToast();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { agenda } = editing;
  const { meetingState, startsAt, endsAt, publishedAt, unpublishedChanges, items } = agenda;
  const { words, shape } = meetingStates[meetingState];
  const publish = abilityOf(agenda, 'PUBLISH');
  const told = publishedAt !== null && unpublishedChanges === 0;

  async function show(): Promise<void> {
    const sent = await editing.publish();
    setRefusal(
      sent.kind === 'problems'
        ? (sent.problems[0]?.message ?? t`Publiceren lukte niet.`)
        : sent.kind === 'dropped'
          ? t`De agenda is zojuist door iemand anders gewijzigd. Kijk hem na en publiceer dan opnieuw.`
          : null,
    );
    if (sent.kind === 'done')
      toast({
        text: t`De agenda staat open voor ${plural(participants, { one: '# deelnemer', other: '# deelnemers' })}`,
      });
  }

  const label =
    publishedAt === null ? (
      <Plural value={participants} one="Publiceer voor # deelnemer" other="Publiceer voor # deelnemers" />
    ) : (
      <Plural value={unpublishedChanges} one="Publiceer # wijziging" other="Publiceer # wijzigingen" />
    );

  return (
    <>
      <PageHead
        title={t`Agenda, ${longDay(startsAt)}`}
        meta={
          <Meta>
            <StateMark state={shape} label={i18n._(words)} />
            {publish.allowed && publishedAt !== null && unpublishedChanges > 0 && (
              <span className="soon">
                <Plural
                  value={unpublishedChanges}
                  one="# wijziging nog niet gepubliceerd"
                  other="# wijzigingen nog niet gepubliceerd"
                />
              </span>
            )}
            {publish.allowed && publishedAt !== null && told && (
              <span>
                <Trans>deelnemers zien alles sinds {moment(publishedAt)}</Trans>
              </span>
            )}
            <span>{tableName}</span>
            <span className="nowrap">
              {time(startsAt)}–{time(endsAt)}
            </span>
            <span>{location}</span>
          </Meta>
        }
        actions={
          publish.allowed && !told ? (
            <Button
              variant="primary"
              busy={editing.busy}
              onPress={() => void show()}
              {...(items.length === 0 && { disabledReason: t`Zet eerst een punt op de agenda.` })}
            >
              {label}
            </Button>
          ) : undefined
        }
      />
      {refusal && (
        <Note kind="error" live>
          <p>{refusal}</p>
        </Note>
      )}
    </>
  );
}
