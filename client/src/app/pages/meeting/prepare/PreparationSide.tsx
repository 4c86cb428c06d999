import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { AnswerInvitation } from '../../../../features/meetings/attendance/AnswerInvitation.tsx';
import { WhoComes } from '../../../../features/meetings/attendance/WhoComes.tsx';
import { DeadlineLine } from '../../../../features/meetings/DeadlineLine.tsx';
import { OwnProposals } from '../../../../features/meetings/proposals/OwnProposals.tsx';
import { ProposalInbox } from '../../../../features/meetings/proposals/ProposalInbox.tsx';
import { PublicationHistory } from '../../../../features/meetings/publish/PublicationHistory.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { useViewer } from '../../../../features/session/session.ts';
import { Section } from '../../../../ui/Section.tsx';
import type { MeetingShown } from '../meeting-shown.ts';
import { BeforePublishing } from './BeforePublishing.tsx';
import type { MeetingInPreparation } from './preparation-query.ts';

interface PreparationSideProps {
  meeting: MeetingShown;
  editing: AgendaEditing;
  prepared: MeetingInPreparation | undefined;
  onEdit: (item: AgendaItem) => void;
}

/** Beside the agenda: the way to the meeting, who comes, what participants propose, what is still lacking and what was told. */
export function PreparationSide({ meeting, editing, prepared, onEdit }: PreparationSideProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const { agenda } = editing;
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
  const mayAnswer = abilityOf(agenda, 'ANSWER_INVITATION').allowed;
  return (
    <>
      <Section title={t`Tot de tafel`}>
        <DeadlineLine meeting={meeting} />
      </Section>
      {prepared && mayAnswer && <AnswerInvitation meeting={prepared} viewerId={person.id} />}
      {prepared && mayEdit && <ProposalInbox proposals={prepared.proposals} editing={editing} />}
      {prepared && !mayEdit && (
        <OwnProposals
          meeting={{ id: meeting.id, submitBy: meeting.submitBy, tableId: meeting.table.id }}
          proposals={prepared.proposals}
          mayPropose={abilityOf(agenda, 'PROPOSE_ITEM')}
        />
      )}
      {mayEdit && <BeforePublishing agenda={agenda} onEdit={onEdit} />}
      {prepared && meeting.publishedAt !== null && <WhoComes attendance={prepared.attendance} />}
      {prepared && <PublicationHistory publications={prepared.publications} />}
    </>
  );
}
