import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { useState, type ReactElement } from 'react';
import type { AcceptDialogQuery, AcceptDialogQueryVariables } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useViewer } from '../../session/session.ts';
import { acceptMutation, type ShownEscalation } from './escalation-documents.ts';
import { useEscalationStep } from './use-escalation-step.ts';

/** The next meeting of the table that is asked. */
const acceptDialogQuery: TypedDocumentNode<AcceptDialogQuery, AcceptDialogQueryVariables> = gql`
  query AcceptDialog($tableId: ID!) {
    node(id: $tableId) {
      id
      ... on AccelerationTable {
        nextMeeting {
          id
          startsAt
        }
      }
    }
  }
`;

interface AcceptDialogProps {
  escalation: ShownEscalation;
  onClose: () => void;
}

/** The table takes it on, and says by when it answers; the term that already runs stands there. */
export function AcceptDialog({ escalation, onClose }: AcceptDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useEscalationStep(escalation.id, acceptMutation, t`aangenomen`);
  // A term that has passed is no promise.
  const running = escalation.answerBy && escalation.answerBy >= today() ? escalation.answerBy : null;
  const [answerBy, setAnswerBy] = useState<string | null>(running);
  const [remark, setRemark] = useState('');
  const [discuss, setDiscuss] = useState(false);
  const { longDay } = useFormat();
  const { memberships } = useViewer();
  // Who answers for the table without leading it accepts; what is on the agenda, its chair and secretary decide.
  const leads = memberships.some(({ role, table }) => table.id === escalation.to.id && leadsTable(role));
  const { data } = useQuery(acceptDialogQuery, { variables: { tableId: escalation.to.id }, skip: !leads });
  const table = data?.node;
  const meeting = table && 'nextMeeting' in table ? table.nextMeeting : null;
  const dateError = problemAt(step.problems, 'answerBy');
  const remarkError = problemAt(step.problems, 'remark');

  async function take(): Promise<void> {
    const input = {
      escalationId: escalation.id,
      expectedVersion: escalation.version,
      ...(answerBy && { answerBy }),
      ...(remark.trim() && { remark: remark.trim() }),
      ...(discuss && meeting && { meetingId: meeting.id }),
    };
    if (await step.take({ input })) onClose();
  }

  return (
    <Dialog
      title={t`Neemt ${escalation.to.shortName} dit aan?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Neem aan`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['answerBy', 'remark']} />
        <DatePicker
          label={t`Antwoord uiterlijk`}
          required={false}
          min={today()}
          value={answerBy}
          onChange={setAnswerBy}
          {...(dateError && { error: dateError })}
        />
        {meeting && (
          <Checkbox
            label={t`Zet het op de agenda van ${longDay(meeting.startsAt)}`}
            checked={discuss}
            onChange={setDiscuss}
          />
        )}
        <TextArea
          label={t`Opmerking voor ${escalation.from.shortName}`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={remark}
          onChange={setRemark}
          {...(remarkError && { error: remarkError })}
        />
      </Stack>
    </Dialog>
  );
}
