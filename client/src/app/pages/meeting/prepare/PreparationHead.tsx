import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useCommand } from '../../../../features/commands/use-command.ts';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { meetingStates } from '../../../../features/meetings/agenda-words.ts';
import { PublishDialog } from '../../../../features/meetings/publish/PublishDialog.tsx';
import { startMeetingMutation } from '../../../../features/meetings/start-meeting.ts';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { dayOf, today } from '../../../../lib/dates.ts';
import { useFormat } from '../../../../lib/format.ts';
import { Button, buttonClass } from '../../../../ui/Button.tsx';
import { Menu } from '../../../../ui/Menu.tsx';
import { MoreIcon } from '../../../../ui/icons.tsx';
import { Meta } from '../../../../ui/Meta.tsx';
import { PageHead } from '../../../../ui/PageHead.tsx';
import { StateMark } from '../../../../ui/StateMark.tsx';
import { useToast } from '../../../../ui/Toast.tsx';
import type { MeetingShown } from '../meeting-shown.ts';
import type { MeetingInPreparation } from './preparation-query.ts';
import { useHeadEntries } from './use-head-entries.tsx';

interface PreparationHeadProps {
  meeting: MeetingShown;
  editing: AgendaEditing;
  prepared: MeetingInPreparation | undefined;
  onTemplates: () => void;
}

/** Which meeting this is, how far it is, and the one step that comes next: showing it to the participants, or on the day beginning. */
export function PreparationHead({ meeting, editing, prepared, onTemplates }: PreparationHeadProps): ReactElement {
  const { t, i18n } = useLingui();
  const { longDay, time, moment } = useFormat();
  const toast = useToast();
  const starting = useCommand(startMeetingMutation);
  const [publishing, setPublishing] = useState(false);
  const { agenda } = editing;
  const { meetingState, startsAt, endsAt, publishedAt, unpublishedChanges, items } = agenda;
  const { table, location } = meeting;
  const participants = table.members.length;
  const { words, shape } = meetingStates[meetingState];
  const mayPublish = abilityOf(agenda, 'PUBLISH').allowed;
  const mayStart = abilityOf(agenda, 'START').allowed;
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
  const told = publishedAt !== null && unpublishedChanges === 0;
  const isToday = dayOf(startsAt) <= today();

  async function begin(): Promise<void> {
    const outcome = await starting.run({ input: { meetingId: agenda.id } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
  }
  const { entries, dialogs } = useHeadEntries({
    meeting,
    editing,
    prepared,
    onTemplates,
    onBegin: mayStart && !isToday ? () => void begin() : undefined,
  });

  return (
    <>
      <PageHead
        title={t`Agenda, ${longDay(startsAt)}`}
        meta={
          <Meta>
            <StateMark state={shape} label={i18n._(words)} />
            {mayPublish && publishedAt !== null && unpublishedChanges > 0 && (
              <span className="soon">
                <Plural
                  value={unpublishedChanges}
                  one="# wijziging nog niet gepubliceerd"
                  other="# wijzigingen nog niet gepubliceerd"
                />
              </span>
            )}
            {mayPublish && publishedAt !== null && told && (
              <span>
                <Trans>deelnemers zien alles sinds {moment(publishedAt)}</Trans>
              </span>
            )}
            <span>{table.shortName}</span>
            <span className="nowrap">
              {time(startsAt)}–{time(endsAt)}
            </span>
            <span>{location}</span>
          </Meta>
        }
        actions={
          <>
            {(meetingState === 'CLOSED' || meetingState === 'MINUTES_ADOPTED') && (
              <Link className={buttonClass('primary')} to="/vergaderingen/$id/verslag" params={{ id: agenda.id }}>
                <Trans>Lees het verslag</Trans>
              </Link>
            )}
            {mayEdit && (
              <Link
                className={buttonClass()}
                to="/vergaderingen/$id"
                params={{ id: agenda.id }}
                search={{ voorbeeld: true }}
              >
                <Trans>Voorbeeld</Trans>
              </Link>
            )}
            {!mayEdit && prepared && (
              <a className={buttonClass()} href={prepared.calendarUrl} download>
                <Trans>Zet in je agenda</Trans>
              </a>
            )}
            {entries.length > 0 && (
              <Menu
                label={t`Meer met deze vergadering`}
                trigger={
                  <Button icon={<MoreIcon />}>
                    <Trans>Meer</Trans>
                  </Button>
                }
                entries={entries}
              />
            )}
            {mayPublish && !told && (
              <Button
                variant="primary"
                busy={editing.busy}
                onPress={() => setPublishing(true)}
                {...(items.length === 0 && { disabledReason: t`Zet eerst een punt op de agenda.` })}
              >
                {publishedAt === null
                  ? t`Publiceer voor ${plural(participants, { one: '# deelnemer', other: '# deelnemers' })}`
                  : t`Publiceer ${plural(unpublishedChanges, { one: '# wijziging', other: '# wijzigingen' })}`}
              </Button>
            )}
            {mayStart && isToday && (
              <Button variant={told ? 'primary' : 'default'} busy={starting.busy} onPress={() => void begin()}>
                <Trans>Begin de vergadering</Trans>
              </Button>
            )}
          </>
        }
      />
      {publishing && (
        <PublishDialog
          editing={editing}
          participants={participants}
          changes={prepared?.pendingChanges ?? []}
          onClose={() => setPublishing(false)}
        />
      )}
      {dialogs}
    </>
  );
}
