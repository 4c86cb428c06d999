import { useQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { canJoin } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { useState, type ReactElement } from 'react';
import type { CoSignState } from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { useAbility } from '../../session/session.ts';
import { AskPartyDialog } from './AskPartyDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { partiesQuery, signMutation, withdrawMutation, type Party } from './intake-documents.ts';
import { JoinDialog } from './JoinDialog.tsx';

export interface PartiesProps {
  number: string;
}

const words: Readonly<Record<CoSignState, MessageDescriptor>> = {
  ASKED: msg`gevraagd, nog geen antwoord`,
  SIGNED: msg`tekent mee`,
  DECLINED: msg`tekent niet mee`,
  UNCONFIRMED: msg`steunt dit, niet bevestigd`,
  WITHDRAWN: msg`niet meer gevraagd`,
};

type Open = 'ask' | 'join' | 'feedback' | { decline: Party } | null;

/** Who signs the case too, and the way in for somebody with the same problem. */
export function Parties({ number }: PartiesProps): ReactElement | null {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const { data, refetch } = useQuery(partiesQuery, { variables: { number } });
  const sign = useCommand(signMutation);
  const withdraw = useCommand(withdrawMutation);
  const [open, setOpen] = useState<Open>(null);
  const bottleneck = data?.bottleneck;
  useLiveRefetch({ subjectId: bottleneck?.id ?? '' }, refetch);
  if (!bottleneck) return null;

  const can = (verb: string): boolean =>
    bottleneck.viewerCan.find((ability) => ability.verb === verb)?.allowed ?? false;
  const mayJoin = mayLog.allowed && canJoin(bottleneck.state);
  const mayAsk = can('ASK_CO_SIGNER');
  const mayRecord = can('RECORD_FEEDBACK');
  if (bottleneck.coSigners.length === 0 && !mayAsk && !mayJoin && !mayRecord) return null;

  async function tell(
    outcome: { kind: string; problems?: readonly { message: string }[] },
    done: string,
  ): Promise<void> {
    if (outcome.kind === 'done') toast({ text: done });
    if (outcome.kind === 'problems') {
      toast({ kind: 'error', text: outcome.problems?.[0]?.message ?? t`Dat lukte niet.` });
      await refetch().catch(() => undefined);
    }
  }
  const signIt = async ({ id }: Party): Promise<void> =>
    tell(await sign.run({ input: { coSignerId: id } }), t`Je tekent ${number} mee`);
  const takeBack = async ({ id, name }: Party): Promise<void> =>
    tell(await withdraw.run({ input: { coSignerId: id } }), t`${name} is geen partij meer`);

  return (
    <Section title={t`Partijen`} aside={bottleneck.coSigners.length || undefined}>
      {mayRecord && (
        <div className="row">
          <Button variant="primary" onPress={() => setOpen('feedback')}>
            <Trans>Noteer de terugkoppeling</Trans>
          </Button>
        </div>
      )}
      {bottleneck.coSigners.length > 0 && (
        <ul className="list out">
          {bottleneck.coSigners.map((party) => {
            const may = (verb: string): boolean =>
              party.viewerCan.find((ability) => ability.verb === verb)?.allowed ?? false;
            return (
              <li key={party.id}>
                <div>
                  <span className="strong">{party.name}</span>
                  <p className="sub small">
                    {[party.organisation, i18n._(words[party.state])].filter(Boolean).join(', ')}
                  </p>
                  {party.reason && <p className="small">{party.reason}</p>}
                  {may('SIGN') && (
                    <div className="row">
                      <Button variant="primary" busy={sign.busy} onPress={() => void signIt(party)}>
                        <Trans>Teken mee</Trans>
                      </Button>
                      <Button onPress={() => setOpen({ decline: party })}>
                        <Trans>Teken niet mee</Trans>
                      </Button>
                    </div>
                  )}
                </div>
                {may('WITHDRAW') && !may('SIGN') && (
                  <IconButton
                    label={t`Haal ${party.name} weg als partij`}
                    icon={<CloseIcon />}
                    onPress={() => void takeBack(party)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {(mayAsk || mayJoin) && (
        <div className="row">
          {mayAsk && (
            <Button icon={<PlusIcon />} onPress={() => setOpen('ask')}>
              <Trans>Vraag een partij mee te tekenen</Trans>
            </Button>
          )}
          {mayJoin && (
            <Button onPress={() => setOpen('join')}>
              <Trans>Hier ook: sluit aan</Trans>
            </Button>
          )}
        </div>
      )}
      {open === 'ask' && <AskPartyDialog bottleneck={bottleneck} onClose={() => setOpen(null)} />}
      {open === 'join' && <JoinDialog bottleneck={bottleneck} project={null} onClose={() => setOpen(null)} />}
      {open === 'feedback' && <FeedbackDialog bottleneck={bottleneck} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && (
        <DeclineDialog party={open.decline} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
