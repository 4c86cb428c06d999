import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactElement } from 'react';
import { AddItemDialog } from '../../../features/meetings/AddItemDialog.tsx';
import type { AgendaItem } from '../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../features/meetings/agenda-facts.ts';
import { AgendaList } from '../../../features/meetings/AgendaList.tsx';
import { DeadlineLine } from '../../../features/meetings/DeadlineLine.tsx';
import type { AgendaEditing } from '../../../features/meetings/use-agenda.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Split } from '../../../ui/Split.tsx';
import type { MeetingShown } from './meeting-shown.ts';
import { AgendaMinutes } from './AgendaMinutes.tsx';
import { BeforePublishing } from './BeforePublishing.tsx';
import { MeetingHead } from './MeetingHead.tsx';
import { ReadyCases } from './ReadyCases.tsx';

interface PreparationProps {
  meeting: MeetingShown;
  editing: AgendaEditing;
  onEdit: (item: AgendaItem) => void;
}

/** The agenda as a whole: what is on it, in which order and how long; and beside it the way there and what waits for a place. */
export function Preparation({ meeting, editing, onEdit }: PreparationProps): ReactElement {
  const { t } = useLingui();
  const headingId = useId();
  const [adding, setAdding] = useState(false);
  const { agenda } = editing;
  const { allowed: mayEdit, reason } = abilityOf(agenda, 'EDIT_AGENDA');
  const count = agenda.items.length;
  const { table, startsAt, location } = meeting;
  const later = table.meetings.edges
    .map(({ node }) => node)
    .filter(
      (other) => other.startsAt > startsAt && (other.meetingState === 'DRAFT' || other.meetingState === 'PUBLISHED'),
    )
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  useShortcut({
    keys: 'p',
    label: t`Voeg een punt toe`,
    group: t`Agenda`,
    when: mayEdit,
    onPress: () => setAdding(true),
  });

  return (
    <>
      <MeetingHead
        editing={editing}
        location={location}
        tableName={table.shortName}
        participants={table.members.length}
      />
      <Split
        side={
          <>
            <Section title={t`Tot de tafel`}>
              <DeadlineLine meeting={meeting} />
            </Section>
            {mayEdit && <BeforePublishing agenda={agenda} onEdit={onEdit} />}
            {mayEdit && <ReadyCases tableId={table.id} editing={editing} />}
          </>
        }
      >
        <section className="section" aria-labelledby={headingId}>
          <div className="section-head">
            <h2 id={headingId}>
              <Plural value={count} _0="Nog geen punten" one="# punt" other="# punten" />
            </h2>
            <AgendaMinutes agenda={agenda} />
          </div>
          {count === 0 ? (
            <EmptyState title={t`De agenda is nog leeg`}>
              {mayEdit ? (
                <Trans>Begin met de opening, of zet er een knelpunt op dat op een plek wacht.</Trans>
              ) : (
                <Trans>De secretaris zet de punten erop. Knelpunten kun je nu al indienen.</Trans>
              )}
            </EmptyState>
          ) : (
            <AgendaList meetingId={meeting.id} editing={editing} mayEdit={mayEdit} later={later} onEdit={onEdit} />
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
      </Split>
      {adding && <AddItemDialog editing={editing} onClose={() => setAdding(false)} />}
    </>
  );
}
