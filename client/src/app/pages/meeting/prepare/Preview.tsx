import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { asParticipant } from '../../../../features/meetings/agenda-facts.ts';
import { AgendaList } from '../../../../features/meetings/AgendaList.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { useFormat } from '../../../../lib/format.ts';
import { buttonClass } from '../../../../ui/Button.tsx';
import { Meta } from '../../../../ui/Meta.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { PageHead } from '../../../../ui/PageHead.tsx';
import { Stack } from '../../../../ui/Stack.tsx';
import type { MeetingShown } from '../meeting-shown.ts';
import { AgendaMinutes } from './AgendaMinutes.tsx';
import type { InPreparation } from './use-preparation.ts';

interface PreviewProps {
  meeting: MeetingShown;
  editing: AgendaEditing;
  inPreparation: InPreparation;
}

/** The agenda as it will stand before somebody who may not see the closed part. */
export function Preview({ meeting, editing, inPreparation }: PreviewProps): ReactElement {
  const { t } = useLingui();
  const { longDay, time } = useFormat();
  const agenda = asParticipant(editing.agenda, t`Besloten deel`);
  const { startsAt, endsAt } = agenda;
  return (
    <>
      <PageHead
        title={t`Voorbeeld, ${longDay(startsAt)}`}
        meta={
          <Meta>
            <span>{meeting.table.shortName}</span>
            <span className="nowrap">
              {time(startsAt)}–{time(endsAt)}
            </span>
            <span>{meeting.location}</span>
          </Meta>
        }
        actions={
          <Link className={buttonClass('primary')} to="/vergaderingen/$id" params={{ id: meeting.id }} search={{}}>
            <Trans>Terug naar bewerken</Trans>
          </Link>
        }
      />
      <Stack>
        <Note kind="info">
          <p>
            <Trans>
              Zo ziet een deelnemer van buiten de overheid de agenda na publiceren. Leden van overheden zien ook waar
              het besloten deel over gaat.
            </Trans>
          </p>
        </Note>
        <section className="section" aria-label={t`Agendapunten`}>
          <div className="section-head">
            <h2>{t`Agenda`}</h2>
            <AgendaMinutes agenda={agenda} />
          </div>
          <AgendaList
            meetingId={meeting.id}
            editing={{ ...editing, agenda }}
            mayEdit={false}
            later={[]}
            onEdit={() => undefined}
            aboutOf={(id) => {
              const about = inPreparation.aboutOf(id);
              return about && { ...about, annotated: false };
            }}
          />
        </section>
      </Stack>
    </>
  );
}
