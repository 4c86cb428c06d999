import { useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import {
  agreeMutation,
  declineMutation,
  returnMutation,
  sendMutation,
  withdrawMutation,
  type ShownEscalation,
} from './escalation-documents.ts';
import { EscalationReasonDialog } from './EscalationReasonDialog.tsx';
import { MemoDialog } from './MemoDialog.tsx';
import { useEscalationStep } from './use-escalation-step.ts';

const labels: Readonly<Record<EscalationVerb, MessageDescriptor>> = {
  AGREE: msg`Geef akkoord`,
  SEND: msg`Verstuur`,
  ACCEPT: msg`Neem aan`,
  ANSWER: msg`Geef antwoord`,
  DECLINE: msg`Niet akkoord`,
  RETURN: msg`Geef terug`,
  EDIT_MEMO: msg`Bewerk memo`,
  WITHDRAW: msg`Trek in`,
};
/** The step that leads on stands first. */
const order = Object.keys(labels) as EscalationVerb[];
const onward: readonly EscalationVerb[] = ['AGREE', 'SEND', 'ACCEPT', 'ANSWER'];

interface EscalationButtonsProps {
  escalation: ShownEscalation;
  bottleneck: { id: string; version: number };
  /** Only these; for a page that asks one thing. */
  only?: readonly EscalationVerb[];
  /** What else can be done here, behind the steps. */
  children?: ReactNode;
}

/** The step that the escalation waits for, by its state: whoever may not take it reads whose it is. */
function waitingFor({ state, needsAgreement }: ShownEscalation): EscalationVerb | null {
  if (state === 'DRAFT') return needsAgreement ? 'AGREE' : 'SEND';
  if (state === 'AGREED') return 'SEND';
  if (state === 'SENT') return 'ACCEPT';
  return state === 'ACCEPTED' ? 'ANSWER' : null;
}

/** What this viewer can do with an escalation now; the step it waits for is shown with the reason when it is another's. */
export function EscalationButtons({ escalation, bottleneck, only, children }: EscalationButtonsProps): ReactElement {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState<EscalationVerb | null>(null);
  const to = escalation.to.shortName;
  const agree = useEscalationStep(escalation.id, agreeMutation, t`akkoord gegeven`);
  const send = useEscalationStep(escalation.id, sendMutation, t`verstuurd naar ${to}`);
  const abilities = new Map(escalation.viewerCan.map((ability) => [ability.verb, ability]));
  const allowed = order.filter((verb) => abilities.get(verb)?.allowed && (!only || only.includes(verb)));
  const waits = waitingFor(escalation);
  const refused = waits && !allowed.includes(waits) ? abilities.get(waits)?.reason : undefined;
  const bare = { input: { escalationId: escalation.id, expectedVersion: escalation.version } };
  const withReason = (reason: string) => ({ input: { ...bare.input, reason } });
  const close = (): void => setOpen(null);

  function press(verb: EscalationVerb): void {
    if (verb === 'AGREE') void agree.take(bare);
    else if (verb === 'SEND') void send.take(bare);
    else setOpen(verb);
  }

  return (
    <>
      <div className="row">
        {waits && refused && <Button disabledReason={refused}>{i18n._(labels[waits])}</Button>}
        {allowed.map((verb) => (
          <Button
            key={verb}
            variant={onward.includes(verb) ? 'primary' : 'default'}
            busy={agree.busy || send.busy}
            onPress={() => press(verb)}
          >
            {verb === 'SEND' ? t`Verstuur naar ${to}` : i18n._(labels[verb])}
          </Button>
        ))}
        {children}
      </div>
      <StepProblems problems={[...agree.problems, ...send.problems]} />
      {open === 'EDIT_MEMO' && <MemoDialog escalation={escalation} onClose={close} />}
      {open === 'ACCEPT' && <AcceptDialog escalation={escalation} onClose={close} />}
      {open === 'ANSWER' && <AnswerDialog escalation={escalation} onClose={close} />}
      {open === 'DECLINE' && (
        <EscalationReasonDialog
          escalationId={escalation.id}
          document={declineMutation}
          variables={withReason}
          title={t`Waarom ga je niet akkoord?`}
          confirm={t`Niet akkoord`}
          hint={t`De secretaris leest dit, past het memo aan en vraagt het je opnieuw.`}
          done={t`niet akkoord`}
          onClose={close}
        />
      )}
      {open === 'RETURN' && (
        <EscalationReasonDialog
          escalationId={escalation.id}
          document={returnMutation}
          variables={(reason) => ({
            input: { bottleneckId: bottleneck.id, expectedVersion: bottleneck.version, reason },
          })}
          title={t`Waarom geef je dit terug?`}
          confirm={t`Geef terug`}
          hint={t`${escalation.from.shortName} leest dit. Wat is er nodig om het wel aan te nemen?`}
          done={t`teruggegeven naar ${escalation.from.shortName}`}
          onClose={close}
        />
      )}
      {open === 'WITHDRAW' && (
        <EscalationReasonDialog
          escalationId={escalation.id}
          document={withdrawMutation}
          variables={withReason}
          title={t`Deze escalatie intrekken?`}
          confirm={t`Trek in`}
          hint={t`De zaak blijft bij ${escalation.from.shortName}, of komt daar terug.`}
          done={t`escalatie ingetrokken`}
          onClose={close}
        />
      )}
    </>
  );
}
