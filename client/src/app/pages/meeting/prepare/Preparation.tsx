import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactElement } from 'react';
import { AddItemDialog } from '../../../../features/meetings/AddItemDialog.tsx';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { AgendaList } from '../../../../features/meetings/AgendaList.tsx';
import { SinceLastLook } from '../../../../features/meetings/publish/SinceLastLook.tsx';
import { SuggestionList } from '../../../../features/meetings/suggestions/SuggestionList.tsx';
import { TemplatesDialog } from '../../../../features/meetings/templates/TemplatesDialog.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { useViewer } from '../../../../features/session/session.ts';
import { useShortcut } from '../../../../lib/shortcuts.ts';
import { Button } from '../../../../ui/Button.tsx';
import { PlusIcon } from '../../../../ui/icons.tsx';
import { Kbd } from '../../../../ui/Kbd.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { Split } from '../../../../ui/Split.tsx';
import { Stack } from '../../../../ui/Stack.tsx';
import type { MeetingShown } from '../meeting-shown.ts';
import { AgendaMinutes } from './AgendaMinutes.tsx';
import { EmptyAgenda } from './EmptyAgenda.tsx';
import { meetingsAfter } from './meetings-after.ts';
import { PreparationHead } from './PreparationHead.tsx';
import { PreparationSide } from './PreparationSide.tsx';
import type { InPreparation } from './use-preparation.ts';

interface PreparationProps {
  meeting: MeetingShown;
  editing: AgendaEditing;
  inPreparation: InPreparation;
  onEdit: (item: AgendaItem) => void;
}

/** The agenda as a whole: what is on it, in which order and how long; below it what it proposes for itself, beside it the way there. */
export function Preparation({ meeting, editing, inPreparation, onEdit }: PreparationProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const headingId = useId();
  const [adding, setAdding] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { agenda } = editing;
  const { meeting: prepared, failed, retry, aboutOf } = inPreparation;
  const { allowed: mayEdit, reason } = abilityOf(agenda, 'EDIT_AGENDA');
  const count = agenda.items.length;
  const later = meetingsAfter(meeting);
  useShortcut({
    keys: 'p',
    label: t`Voeg een punt toe`,
    group: t`Agenda`,
    when: mayEdit,
    onPress: () => setAdding(true),
  });

  return (
    <>
      <PreparationHead meeting={meeting} editing={editing} prepared={prepared} onTemplates={() => setChoosing(true)} />
      <Stack>
        {failed && (
          <Note
            kind="warning"
            live
            action={
              <Button onPress={retry}>
                <Trans>Probeer opnieuw</Trans>
              </Button>
            }
          >
            <p>
              <Trans>Voorstellen, stukken en aanwezigen konden niet worden opgehaald. De agenda zelf klopt.</Trans>
            </p>
          </Note>
        )}
        {!mayEdit && prepared && (
          <SinceLastLook meetingId={meeting.id} viewerId={person.id} publications={prepared.publications} />
        )}
        <Split side={<PreparationSide meeting={meeting} editing={editing} prepared={prepared} onEdit={onEdit} />}>
          <section className="section" aria-labelledby={headingId}>
            <div className="section-head">
              <h2 id={headingId}>
                <Plural value={count} _0="Nog geen punten" one="# punt" other="# punten" />
              </h2>
              <AgendaMinutes agenda={agenda} />
            </div>
            {count === 0 ? (
              <EmptyAgenda
                editing={editing}
                mayEdit={mayEdit}
                prepared={prepared}
                onTemplates={() => setChoosing(true)}
              />
            ) : (
              <AgendaList
                meetingId={meeting.id}
                editing={editing}
                mayEdit={mayEdit}
                later={later}
                onEdit={onEdit}
                aboutOf={aboutOf}
              />
            )}
            {!mayEdit && reason && (
              <p className="sub small">
                <Trans>Wijzigen? {reason}</Trans>
              </p>
            )}
            {mayEdit && (
              <div>
                <Button icon={<PlusIcon />} onPress={() => setAdding(true)}>
                  <Trans>Voeg een punt toe</Trans> <Kbd>p</Kbd>
                </Button>
              </div>
            )}
          </section>
          {mayEdit && prepared && <SuggestionList meeting={prepared} editing={editing} next={later[0]} />}
        </Split>
      </Stack>
      {adding && <AddItemDialog tableId={meeting.table.id} editing={editing} onClose={() => setAdding(false)} />}
      {choosing && (
        <TemplatesDialog
          templates={prepared?.table.agendaTemplates ?? []}
          editing={editing}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
