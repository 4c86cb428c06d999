import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { dayOf, today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { withdrawProposalMutation, type Proposal } from './proposal-documents.ts';
import { ProposalText } from './ProposalText.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';

interface OwnProposalsProps {
  meeting: { id: string; submitBy: string; tableId: string };
  proposals: readonly Proposal[];
  mayPropose: { allowed: boolean; reason: string | undefined };
}

/** A participant's own proposals for this meeting, what became of them, and the way to propose another. */
export function OwnProposals({ meeting, proposals, mayPropose }: OwnProposalsProps): ReactElement | null {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const { run, busy } = useCommand(withdrawProposalMutation);
  const [proposing, setProposing] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Proposal | null>(null);
  if (!mayPropose.allowed && proposals.length === 0) return null;
  const late = dayOf(meeting.submitBy) < today();

  async function withdraw({ id, title }: Proposal): Promise<void> {
    const outcome = await run({ input: { proposalId: id } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done') toast({ text: t`${title} ingetrokken` });
    setWithdrawing(null);
  }

  return (
    <Section title={t`Jouw voorstellen`}>
      {proposals.length > 0 && (
        <List>
          {proposals.map((proposal) => (
            <li className="stack stack-xs" key={proposal.id}>
              <ProposalText proposal={proposal} />
              {proposal.viewerCan.some(({ verb, allowed }) => verb === 'WITHDRAW' && allowed) && (
                <div>
                  <Button variant="quiet" onPress={() => setWithdrawing(proposal)}>
                    <Trans>Trek in</Trans> <span className="vh">{proposal.title}</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </List>
      )}
      {mayPropose.allowed && (
        <>
          <p className={late ? 'soon' : 'sub'}>
            {late ? (
              <Trans>
                De uiterste dag was {date(meeting.submitBy)}. Voorstellen kan nog; de secretaris beslist of het past.
              </Trans>
            ) : (
              <Trans>Voorstellen kan tot en met {date(meeting.submitBy)}.</Trans>
            )}
          </p>
          <div>
            <Button icon={<PlusIcon />} onPress={() => setProposing(true)}>
              <Trans>Stel een punt voor</Trans>
            </Button>
          </div>
        </>
      )}
      {proposing && <ProposeDialog meeting={meeting} late={late} onClose={() => setProposing(false)} />}
      {withdrawing && (
        <Dialog
          alert
          isOpen
          title={t`Trek je dit voorstel in?`}
          onClose={() => setWithdrawing(null)}
          confirm={{ label: t`Trek in`, danger: true, busy, onPress: () => void withdraw(withdrawing) }}
        >
          <p>
            <Trans>
              {withdrawing.title} verdwijnt uit de lijst van de secretaris. Je kunt het later opnieuw voorstellen.
            </Trans>
          </p>
        </Dialog>
      )}
    </Section>
  );
}
