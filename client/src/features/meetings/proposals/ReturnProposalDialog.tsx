import { Trans, useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { returnProposalMutation, type Proposal } from './proposal-documents.ts';

/** Gives a proposal back; who proposed it reads why. */
export function ReturnProposalDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { run, busy } = useCommand(returnProposalMutation);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error =
    problemAt(problems, 'reason') ??
    (told && !reason.trim() ? t`Schrijf waarom dit nu niet op de agenda komt.` : undefined);

  async function giveBack(): Promise<void> {
    setTold(true);
    if (!reason.trim()) return;
    const outcome = await run({ input: { proposalId: proposal.id, reason: reason.trim() } });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: t`${proposal.title} teruggegeven aan ${proposal.proposedBy.name}` });
    onClose();
  }

  return (
    <Dialog
      title={t`Waarom komt dit nu niet op de agenda?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Geef terug`, onPress: () => void giveBack(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['reason']} />
        <p className="sub">
          <Trans>
            {proposal.title}, van {proposal.proposedBy.name}
          </Trans>
        </p>
        <TextArea
          label={t`Reden`}
          hint={t`De indiener leest dit. Zeg ook wat er nodig is om het wel te bespreken.`}
          rows={3}
          maxLength={agendaLimits.textMax}
          value={reason}
          onChange={setReason}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
