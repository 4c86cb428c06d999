import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { sentOf, type Sent } from '../agenda-change.ts';
import type { AgendaEditing } from '../use-agenda.ts';
import { acceptProposalMutation, type Proposal } from './proposal-documents.ts';
import { ProposalText } from './ProposalText.tsx';
import { ReturnProposalDialog } from './ReturnProposalDialog.tsx';

interface ProposalInboxProps {
  proposals: readonly Proposal[];
  editing: AgendaEditing;
}

/** What participants propose, for who prepares the meeting: on the agenda with one press, or back with a reason. */
export function ProposalInbox({ proposals, editing }: ProposalInboxProps): ReactElement | null {
  const { t } = useLingui();
  const toast = useToast();
  const accepting = useCommand(acceptProposalMutation);
  const [returning, setReturning] = useState<Proposal | null>(null);
  const [onItsWay, setOnItsWay] = useState<string | null>(null);
  const open = proposals.filter(({ state }) => state === 'OPEN');
  const settled = proposals.filter(({ state }) => state !== 'OPEN');
  if (proposals.length === 0) return null;

  async function accept({ id, title }: Proposal): Promise<void> {
    setOnItsWay(id);
    const send = async (expectedVersion: number): Promise<Sent> => {
      const outcome = await accepting.run({ input: { proposalId: id, expectedVersion } });
      if (outcome.kind === 'failed') return outcome;
      const { meeting, proposal, problems } = outcome.payload;
      return sentOf({
        kind: outcome.kind,
        payload: { __typename: 'MeetingPayload', meeting, item: proposal?.item ?? null, problems },
      });
    };
    const sent = await editing.run({ send, overlap: () => [], again: () => send });
    setOnItsWay(null);
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
    if (sent.kind === 'done') toast({ text: t`${title} staat op de agenda` });
  }

  return (
    <Section title={t`Voorgesteld door deelnemers`} aside={open.length || undefined}>
      {open.length > 0 && (
        <List>
          {open.map((proposal) => (
            <li className="stack stack-xs" key={proposal.id}>
              <ProposalText proposal={proposal} by />
              <div className="row">
                <Button busy={onItsWay === proposal.id} onPress={() => void accept(proposal)}>
                  <Trans>Neem op</Trans> <span className="vh">{proposal.title}</span>
                </Button>
                <Button variant="quiet" onPress={() => setReturning(proposal)}>
                  <Trans>Geef terug met reden</Trans> <span className="vh">{proposal.title}</span>
                </Button>
              </div>
            </li>
          ))}
        </List>
      )}
      {settled.length > 0 && (
        <Disclosure
          title={t`Afgehandelde voorstellen`}
          aside={<Plural value={settled.length} one="# voorstel" other="# voorstellen" />}
        >
          <List>
            {settled.map((proposal) => (
              <li className="stack stack-xs" key={proposal.id}>
                <ProposalText proposal={proposal} by />
              </li>
            ))}
          </List>
        </Disclosure>
      )}
      {returning && <ReturnProposalDialog proposal={returning} onClose={() => setReturning(null)} />}
    </Section>
  );
}
