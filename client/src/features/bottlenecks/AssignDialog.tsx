import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import type { AssignBottleneckMutation, AssignBottleneckMutationVariables } from '../../generated/graphql.ts';
import { today } from '../../lib/dates.ts';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useFormat } from '../../lib/format.ts';
import { problemAt, problemFragment, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { stepTargetFragment, type StepTarget } from './steps/step-documents.ts';
import { StepProblems } from '../commands/StepProblems.tsx';

const assignMutation: TypedDocumentNode<AssignBottleneckMutation, AssignBottleneckMutationVariables> = gql`
  mutation AssignBottleneck($input: AssignBottleneckInput!, $idempotencyKey: ID) {
    assignBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        ...StepTarget_bottleneck @unmask
      }
      problems {
        ...Problem_problem @unmask
        ... on ConflictProblem {
          current {
            id
            ... on Bottleneck {
              ...StepTarget_bottleneck @unmask
            }
          }
        }
      }
    }
  }
  ${stepTargetFragment}
  ${problemFragment}
`;

type Person = { id: string; name: string };

interface Work {
  owner: Person | null;
  lead: Person | null;
  nextStep: string;
  dueOn: string | null;
}

const workOf = ({ owner, lead, nextStep, dueOn }: StepTarget): Work => ({
  owner,
  lead: lead ?? null,
  nextStep,
  dueOn: dueOn ?? null,
});

interface Clash {
  mine: Work;
  theirs: StepTarget;
  who: string;
  at: string;
}

/** Who does what by when. Only what changed is sent; when somebody was faster, both versions stand side by side. */
export function AssignDialog({ target, onClose }: { target: StepTarget; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const command = useCommand(assignMutation);
  const [work, setWork] = useState<Work>(() => workOf(target));
  const [base] = useState(target);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const change = (part: Partial<Work>): void => setWork((before) => ({ ...before, ...part }));
  const mayChangeOwner = base.viewerCan.find(({ verb }) => verb === 'CHANGE_OWNER');
  const mayAssign = base.viewerCan.find(({ verb }) => verb === 'ASSIGN');

  async function save(mine: Work, against: StepTarget): Promise<void> {
    const before = workOf(against);
    const input = {
      bottleneckId: against.id,
      expectedVersion: against.version,
      ...(mine.owner && mine.owner.id !== before.owner?.id && { ownerId: mine.owner.id }),
      ...(mine.lead && mine.lead.id !== before.lead?.id && { leadId: mine.lead.id }),
      ...(mine.nextStep.trim() !== before.nextStep && { nextStep: mine.nextStep.trim() }),
      ...(mine.dueOn && mine.dueOn !== before.dueOn && { dueOn: mine.dueOn }),
    };
    if (Object.keys(input).length === 2) {
      onClose();
      return;
    }
    const outcome = await command.run({ input });
    if (outcome.kind === 'done') {
      toast({ text: t`${against.number} bijgewerkt` });
      onClose();
      return;
    }
    if (outcome.kind !== 'problems') return;
    const conflict = outcome.payload.problems.find((one) => one.__typename === 'ConflictProblem');
    if (conflict?.__typename === 'ConflictProblem' && conflict.current?.__typename === 'Bottleneck') {
      setClash({
        mine,
        theirs: conflict.current,
        who: conflict.changedBy?.name ?? t`Iemand anders`,
        at: conflict.changedAt ?? new Date().toISOString(),
      });
      return;
    }
    setProblems(outcome.problems);
  }

  if (clash) {
    const { mine, theirs } = clash;
    const words = (value: string | null): string => (value ? date(value) : t`geen`);
    const fields = [
      { id: 'owner', label: t`Eigenaar`, mine: mine.owner?.name ?? '', theirs: theirs.owner.name },
      { id: 'lead', label: t`Trekker`, mine: mine.lead?.name ?? t`geen`, theirs: theirs.lead?.name ?? t`geen` },
      { id: 'nextStep', label: t`Volgende stap`, mine: mine.nextStep, theirs: theirs.nextStep },
      { id: 'dueOn', label: t`Uiterlijk`, mine: words(mine.dueOn), theirs: words(theirs.dueOn ?? null) },
    ].filter((field) => field.mine !== field.theirs);
    return (
      <ConflictDialog
        isOpen
        who={clash.who}
        at={clash.at}
        subject={theirs.number}
        fields={fields}
        onClose={onClose}
        onSave={(choice) => {
          const theirWork = workOf(theirs);
          const chosen: Work = {
            owner: choice['owner'] === 'theirs' ? theirWork.owner : mine.owner,
            lead: choice['lead'] === 'theirs' ? theirWork.lead : mine.lead,
            nextStep: choice['nextStep'] === 'theirs' ? theirWork.nextStep : mine.nextStep,
            dueOn: choice['dueOn'] === 'theirs' ? theirWork.dueOn : mine.dueOn,
          };
          setClash(null);
          setWork(chosen);
          void save(chosen, theirs);
        }}
      />
    );
  }

  const ownerError = problemAt(problems, 'ownerId');
  const leadError = problemAt(problems, 'leadId');
  const stepError = problemAt(problems, 'nextStep');
  const dueError = problemAt(problems, 'dueOn');
  return (
    <Dialog
      title={t`Wie doet wat, vóór wanneer?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(work, base), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['ownerId', 'leadId', 'nextStep', 'dueOn']} />
        <TextArea
          label={t`Volgende stap`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.lineMax}
          value={work.nextStep}
          onChange={(nextStep) => change({ nextStep })}
          {...(stepError && { error: stepError })}
        />
        <DatePicker
          label={t`Uiterlijk`}
          required={false}
          min={today()}
          value={work.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          {...(dueError && { error: dueError })}
        />
        {mayAssign?.allowed !== false && (
          <PersonPicker
            label={t`Trekker`}
            hint={t`Brengt de zaak inhoudelijk verder.`}
            required={false}
            value={work.lead}
            onChange={(lead) => change({ lead })}
            {...(leadError && { error: leadError })}
          />
        )}
        {mayChangeOwner?.allowed !== false && (
          <PersonPicker
            label={t`Eigenaar`}
            value={work.owner}
            onChange={(owner) => change({ owner })}
            {...(ownerError && { error: ownerError })}
          />
        )}
      </Stack>
    </Dialog>
  );
}
