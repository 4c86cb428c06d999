import { Plural, useLingui } from '@lingui/react/macro';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { bottleneckVerbs } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { ReactElement } from 'react';
import type { StepTarget } from '../../../features/bottlenecks/steps/step-documents.ts';
import { TransitionButtons } from '../../../features/bottlenecks/steps/TransitionButtons.tsx';
import { useFormat } from '../../../lib/format.ts';
import { Ask } from '../../../ui/Ask.tsx';

type Asked = StepTarget & {
  heldBy?: { name: string } | null | undefined;
  decisionBy?: string | null | undefined;
  proposedResolution: string;
  themes: readonly { code: string }[];
};

/** The way between the tables has its own part of the page, with all its steps. */
const steps = bottleneckVerbs.filter((verb) => verb !== 'RETURN_ESCALATION');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What is asked, of whom, before when, for how many homes; and what this viewer can do about it. Once closed: how it ended. */
export function CaseAsk({ bottleneck }: { bottleneck: Asked }): ReactElement {
  const { t } = useLingui();
  const { date, distance, homes } = useFormat();
  const { state, heldBy, ask, resolution, decisionBy, dueOn, resolvedOn, homesBlocked } = bottleneck;
  const open = isOpen(state);
  const table = heldBy && lowerFirst(heldBy.name);
  const heading =
    state === 'RESOLVED'
      ? t`Opgelost`
      : !open
        ? t`Niet meer aan tafel`
        : table
          ? t`Gevraagd van de ${table}`
          : t`Concept, alleen jij ziet dit`;
  const until = decisionBy ?? dueOn;
  return (
    <Ask
      heading={heading}
      actions={<TransitionButtons target={bottleneck} only={steps} />}
      facts={[
        ...(open && until
          ? [{ term: decisionBy ? t`Besluit nodig vóór` : t`Uiterlijk`, value: date(until), note: distance(until) }]
          : []),
        ...(!open && resolvedOn ? [{ term: t`Opgelost op`, value: date(resolvedOn) }] : []),
        {
          term: open ? t`Wachten hierop` : t`Waren geblokkeerd`,
          value: homesBlocked > 0 ? homes(homesBlocked) : <Plural value={0} _0="nog niet ingevuld" one="#" other="#" />,
          ...(homesBlocked > 0 && open && { homes: homesBlocked }),
        },
      ]}
    >
      {state === 'RESOLVED' && resolution
        ? resolution
        : ask || t`Nog niet opgeschreven wat er van de tafel wordt gevraagd.`}
    </Ask>
  );
}
