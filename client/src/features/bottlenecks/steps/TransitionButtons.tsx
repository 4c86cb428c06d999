import { useLingui } from '@lingui/react/macro';
import { bottleneckVerbs, canTransition, type BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { MoreIcon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { LateEscalateDialog } from '../escalation/late-escalation.tsx';
import { HoldDialog, ReferDialog, ScheduleDialog, TriageDialog } from './PlanDialogs.tsx';
import { ReopenDialog, ReturnDialog, WithdrawDialog } from './ReasonDialog.tsx';
import { ResolveDialog } from './ResolveDialog.tsx';
import { resumeMutation, startMutation, submitMutation, type StepTarget } from './step-documents.ts';
import { stepWords } from './step-words.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useStep } from './use-step.ts';

type Target = StepTarget & { proposedResolution: string };

/** The steps that lead on, the likeliest first; the first that one may take is the primary button. */
const likely: readonly BottleneckVerb[] = [
  'SUBMIT',
  'TRIAGE',
  'SCHEDULE',
  'START',
  'RESUME',
  'RESOLVE',
  'RETURN_ESCALATION',
  'REOPEN',
];
/** In each state the two that people reach for stand open; what ends a case early or moves it aside is a menu away. */
const shownAtOnce = 2;

/** What this viewer can do with the case now. A step that fits the state but is another's is shown with the reason; the rest is a menu. */
export function TransitionButtons({
  target,
  only,
}: {
  target: Target;
  only?: readonly BottleneckVerb[];
}): ReactElement {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState<BottleneckVerb | null>(null);
  const submit = useStep('SUBMIT', target, submitMutation);
  const start = useStep('START', target, startMutation);
  const resume = useStep('RESUME', target, resumeMutation);
  const close = (): void => setOpen(null);
  const bare = { input: { bottleneckId: target.id, expectedVersion: target.version } };

  const abilities = new Map(target.viewerCan.map((ability) => [ability.verb, ability]));
  const fitting = bottleneckVerbs.filter((verb) => canTransition(verb, target.state) && (!only || only.includes(verb)));
  const allowed = fitting.filter((verb) => abilities.get(verb)?.allowed);
  const buttons = likely.filter((verb) => allowed.includes(verb)).slice(0, shownAtOnce);
  const refused = fitting.filter((verb) => !allowed.includes(verb));
  // Somebody who may do nothing here still reads what the next step is and whose it is.
  const waitingFor = buttons.length === 0 ? likely.find((verb) => refused.includes(verb)) : undefined;

  function press(verb: BottleneckVerb): void {
    if (verb === 'SUBMIT') void submit.take(bare);
    else if (verb === 'START') void start.take(bare);
    else if (verb === 'RESUME') void resume.take(bare);
    else setOpen(verb);
  }
  const entries: MenuEntry[] = [
    ...allowed
      .filter((verb) => !buttons.includes(verb))
      .map((verb) => ({
        id: verb,
        label: i18n._(stepWords[verb].label),
        danger: verb === 'WITHDRAW',
        onSelect: () => press(verb),
      })),
    ...(allowed.length > 0 ? refused.filter((verb) => verb !== waitingFor) : []).map((verb) => ({
      id: verb,
      label: i18n._(stepWords[verb].label),
      disabledReason: abilities.get(verb)?.reason ?? t`Dat kan iemand anders.`,
      onSelect: () => undefined,
    })),
  ];
  const busy = submit.busy || start.busy || resume.busy;
  const problems = [...submit.problems, ...start.problems, ...resume.problems];

  return (
    <>
      <div className="row">
        {buttons.map((verb, index) => (
          <Button
            key={verb}
            variant={index === 0 && verb !== 'REOPEN' ? 'primary' : 'default'}
            busy={busy}
            onPress={() => press(verb)}
          >
            {i18n._(stepWords[verb].label)}
          </Button>
        ))}
        {waitingFor && (
          <Button disabledReason={abilities.get(waitingFor)?.reason ?? t`Dat kan iemand anders.`}>
            {i18n._(stepWords[waitingFor].label)}
          </Button>
        )}
        {entries.length > 0 && (
          <Menu
            label={t`Meer stappen`}
            trigger={<IconButton label={t`Meer stappen`} icon={<MoreIcon />} />}
            entries={entries}
          />
        )}
      </div>
      <StepProblems problems={problems} />
      {open === 'TRIAGE' && <TriageDialog target={target} onClose={close} />}
      {open === 'SCHEDULE' && <ScheduleDialog target={target} onClose={close} />}
      {open === 'HOLD' && <HoldDialog target={target} onClose={close} />}
      {open === 'REFER' && <ReferDialog target={target} onClose={close} />}
      {open === 'ESCALATE' && <LateEscalateDialog target={target} onClose={close} />}
      {open === 'RETURN_ESCALATION' && <ReturnDialog target={target} onClose={close} />}
      {open === 'RESOLVE' && <ResolveDialog target={target} onClose={close} />}
      {open === 'WITHDRAW' && <WithdrawDialog target={target} onClose={close} />}
      {open === 'REOPEN' && <ReopenDialog target={target} onClose={close} />}
    </>
  );
}
