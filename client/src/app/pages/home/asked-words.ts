import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { AskedOfMe_AskedFragment, BottleneckVerb } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { stateLabels } from '../../../ui/StateMark.tsx';

/** The button that takes one to the step. */
const verbs: Record<BottleneckVerb, MessageDescriptor> = {
  SUBMIT: msg`Dien in`,
  TRIAGE: msg`Triageer`,
  SCHEDULE: msg`Agendeer`,
  START: msg`Neem in behandeling`,
  HOLD: msg`Houd aan`,
  RESUME: msg`Pak weer op`,
  ESCALATE: msg`Escaleer`,
  RETURN_ESCALATION: msg`Beantwoord`,
  RESOLVE: msg`Los op`,
  REFER: msg`Verwijs door`,
  WITHDRAW: msg`Trek in`,
  REOPEN: msg`Heropen`,
};

interface AskedWords {
  titleOf: (asked: AskedOfMe_AskedFragment) => string;
  reasonOf: (asked: AskedOfMe_AskedFragment) => string;
  verbOf: (asked: AskedOfMe_AskedFragment) => string;
}

/** Puts what is asked into words: the thing, why it is asked, and the verb of the button. */
export function useAskedWords(): AskedWords {
  const { t, i18n } = useLingui();
  const { day, homes } = useFormat();
  return {
    titleOf: ({ bottleneck, meeting }) => {
      if (bottleneck) return bottleneck.title;
      return meeting ? t`Tafel ${meeting.table.shortName}, ${day(meeting.startsAt)}` : t`Er wordt iets van je gevraagd`;
    },
    reasonOf: ({ bottleneck, meeting }) => {
      if (bottleneck) {
        const about = [bottleneck.number, i18n._(stateLabels[bottleneck.state])];
        if (bottleneck.homesBlocked > 0) about.push(homes(bottleneck.homesBlocked));
        return bottleneck.nextStep ? `${about.join(' · ')}. ${t`Volgende stap: ${bottleneck.nextStep}`}` : about.join(' · ');
      }
      return meeting ? t`De agenda wacht op jou` : '';
    },
    verbOf: ({ verb, bottleneck }) => {
      if (verb) return i18n._(verbs[verb]);
      return bottleneck ? t`Werk bij` : t`Open agenda`;
    },
  };
}
