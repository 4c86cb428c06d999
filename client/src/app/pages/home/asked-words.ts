import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { AskedOfMe_AskedFragment, BottleneckVerb } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';

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

/** Why it is asked, by its kind. */
const reasons: Record<string, MessageDescriptor> = {
  TRIAGE: msg`Wacht op triage`,
  AGREE_ESCALATION: msg`Memo wacht op jouw akkoord`,
  ESCALATION_DECLINED: msg`De wethouder gaat niet akkoord`,
  SEND_ESCALATION: msg`Akkoord gegeven, nog niet verstuurd`,
  ACCEPT_ESCALATION: msg`Geëscaleerd naar jouw tafel`,
  ANSWER_ESCALATION: msg`Aangenomen, wacht op antwoord`,
  RETURNS: msg`Komt terug van aanhouden`,
  DRAFT: msg`Concept, nog niet ingediend`,
  FEEDBACK: msg`Doorverwezen, terugkoppeling nodig`,
  OVERDUE: msg`Over de uiterste datum`,
  DUE_SOON: msg`Nadert de uiterste datum`,
  PUBLISH_AGENDA: msg`De agenda is nog niet gepubliceerd`,
  ACTION_LATE: msg`Actie over de uiterste datum`,
  ACTION_SOON: msg`Actie nadert de uiterste datum`,
  ACTION_OF_ORGANISATION: msg`Actie van je organisatie, een week of meer te laat`,
  CASE_OF_ORGANISATION: msg`Zaak van je organisatie, een week of meer te laat`,
  CO_SIGN: msg`Gevraagd mee te tekenen`,
};

/** The button of what the way between tables asks. */
const escalationSteps: Record<string, MessageDescriptor> = {
  AGREE_ESCALATION: msg`Lees en geef akkoord`,
  ESCALATION_DECLINED: msg`Pas het memo aan`,
  SEND_ESCALATION: msg`Verstuur`,
  ACCEPT_ESCALATION: msg`Lees en neem aan`,
  ANSWER_ESCALATION: msg`Geef antwoord`,
};

interface AskedWords {
  titleOf: (asked: AskedOfMe_AskedFragment) => string;
  /** Parts of the second line. */
  reasonOf: (asked: AskedOfMe_AskedFragment) => string[];
  verbOf: (asked: AskedOfMe_AskedFragment) => string;
}

/** Puts what is asked into words: the thing, why it is asked, and the verb of the button. */
export function useAskedWords(): AskedWords {
  const { t, i18n } = useLingui();
  const { day, homes } = useFormat();
  return {
    titleOf: ({ bottleneck, meeting, action }) => {
      if (bottleneck) return bottleneck.title;
      if (action) return action.what;
      return meeting
        ? t`Tafel ${meeting.table.shortName} van ${day(meeting.startsAt)}`
        : t`Er wordt iets van je gevraagd`;
    },
    reasonOf: ({ kind, bottleneck, action }) => {
      const reason = reasons[kind];
      return [
        ...(reason ? [i18n._(reason)] : []),
        ...(bottleneck ? [bottleneck.number] : []),
        ...(action ? [action.number, action.owner.name] : []),
        ...(bottleneck && bottleneck.homesBlocked > 0 ? [homes(bottleneck.homesBlocked)] : []),
      ];
    },
    verbOf: ({ kind, verb, bottleneck, action }) => {
      if (verb) return i18n._(verbs[verb]);
      const step = escalationSteps[kind];
      if (step) return i18n._(step);
      if (kind === 'FEEDBACK') return t`Koppel terug`;
      if (kind === 'CO_SIGN') return t`Lees en teken`;
      if (kind === 'CASE_OF_ORGANISATION') return t`Bekijk`;
      if (action) return t`Naar acties`;
      return bottleneck ? t`Werk bij` : t`Open agenda`;
    },
  };
}
