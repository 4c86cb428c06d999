import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { AdoptDialog } from '../../../features/minutes/AdoptDialog.tsx';
import type { Minutes } from '../../../features/minutes/minutes-documents.ts';
import type { MinutesCommands } from '../../../features/minutes/use-minutes.ts';
import type { MeetingState } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MoreIcon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { may, type MinutesMeeting } from './minutes-shown.ts';
import { useDocumentEntries } from './use-document-entries.tsx';

const begun: readonly MeetingState[] = ['IN_SESSION', 'CLOSED', 'MINUTES_ADOPTED'];

interface MinutesHeadProps {
  meeting: MinutesMeeting;
  minutes: Minutes;
  commands: MinutesCommands;
}

/** Which minutes, how far they are, and the one step that comes next. */
export function MinutesHead({ meeting, minutes, commands }: MinutesHeadProps): ReactElement {
  const { t } = useLingui();
  const { longDay, time, date } = useFormat();
  const navigate = useNavigate();
  const documents = useDocumentEntries(meeting);
  const [adopting, setAdopting] = useState(false);
  const { minutesState, reviewBy, adoptedAt } = minutes;
  const words = {
    DRAFT: t`Concept`,
    REVIEW: reviewBy ? t`Concept, reageren kan tot ${date(reviewBy)}` : t`Concept, ligt bij de deelnemers`,
    ADOPTED: adoptedAt ? t`Vastgesteld op ${date(adoptedAt)}` : t`Vastgesteld`,
    PUBLISHED: t`Vastgesteld en gepubliceerd`,
  }[minutesState];
  const shape = ({ DRAFT: 'DRAFT', REVIEW: 'TRIAGE', ADOPTED: 'RESOLVED', PUBLISHED: 'RESOLVED' } as const)[
    minutesState
  ];
  // A meeting adopts once it has begun; until then only the written procedure is open.
  const later = meeting.table.meetings.edges
    .map(({ node }) => node)
    .filter(({ startsAt, meetingState }) => startsAt > meeting.startsAt && begun.includes(meetingState))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    .slice(0, 3);
  const reopen = may(meeting, 'REOPEN');

  const next = {
    DRAFT: {
      verb: 'SEND_FOR_REVIEW',
      label: t`Leg voor aan de deelnemers`,
      press: () => void commands.sendForReview(),
    },
    REVIEW: { verb: 'ADOPT', label: t`Stel vast`, press: () => setAdopting(true) },
    ADOPTED: { verb: 'PUBLISH', label: t`Publiceer het verslag`, press: () => void commands.publish() },
    PUBLISHED: null,
  }[minutesState];
  const able = next && may(minutes, next.verb);

  async function reopenAndGo(): Promise<void> {
    if ((await commands.reopenMeeting()) !== null) return;
    await navigate({ to: '/vergaderingen/$id', params: { id: meeting.id }, search: {} });
  }

  return (
    <>
      <PageHead
        title={t`Verslag, ${longDay(meeting.startsAt)}`}
        meta={
          <Meta>
            <StateMark state={shape} label={words} />
            <span>{meeting.table.name}</span>
            <span>
              {time(meeting.startsAt)}–{time(meeting.endsAt)}
            </span>
            <span>{meeting.location}</span>
          </Meta>
        }
        actions={
          <>
            <Menu
              label={t`Download`}
              trigger={
                <Button>
                  <Trans>Download</Trans>
                </Button>
              }
              entries={documents}
            />
            {next && able?.allowed && (
              <Button variant="primary" busy={commands.busy} onPress={next.press}>
                {next.label}
              </Button>
            )}
            {reopen.allowed && (
              <Menu
                label={t`Meer met de vergadering`}
                trigger={<IconButton label={t`Meer met de vergadering`} icon={<MoreIcon />} />}
                entries={[
                  {
                    id: 'reopen',
                    label: t`Heropen de vergadering`,
                    onSelect: () => void reopenAndGo(),
                  },
                ]}
              />
            )}
          </>
        }
      />
      {adopting && (
        <AdoptDialog
          meetings={later}
          openRemarks={minutes.remarks.filter(({ taken }) => taken === null).length}
          busy={commands.busy}
          onAdopt={commands.adopt}
          onClose={() => setAdopting(false)}
        />
      )}
    </>
  );
}
