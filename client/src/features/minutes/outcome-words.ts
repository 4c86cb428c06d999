import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { OutcomeKind } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import type { MinutesSection } from './minutes-documents.ts';

const kinds: Readonly<Record<OutcomeKind, MessageDescriptor>> = {
  DECISION: msg`Besluit`,
  AMENDED_DECISION: msg`Besluit, gewijzigd`,
  INFORMED: msg`Ter kennis`,
  ACTION: msg`Actie`,
  BOTTLENECK: msg`Knelpunt`,
  NOTE: msg`Notitie`,
};

/** The steps with a case, as the minutes tell them. */
const steps: Readonly<Record<string, MessageDescriptor>> = {
  START: msg`in behandeling genomen`,
  HOLD: msg`aangehouden`,
  RESUME: msg`weer opgepakt`,
  ESCALATE: msg`geëscaleerd`,
  RETURN_ESCALATION: msg`escalatie teruggegeven`,
  RESOLVE: msg`opgelost`,
  REFER: msg`doorverwezen`,
  WITHDRAW: msg`ingetrokken`,
  REOPEN: msg`heropend`,
  ASSIGN: msg`belegd`,
};

/** What was recorded, in words. */
export function useOutcomeWords(): (outcome: MinutesSection['outcomes'][number]) => {
  kind: string;
  what: string;
  meta: string;
} {
  const { t, i18n } = useLingui();
  const { day } = useFormat();
  return ({ kind, number, text, transition, action }) => {
    const step = transition ? steps[transition] : undefined;
    return {
      kind: [i18n._(kinds[kind]), number].filter(Boolean).join(' '),
      what: action?.what || text || (step ? i18n._(step) : ''),
      meta: action ? t`${action.owner.name}, uiterlijk ${day(action.dueOn)}` : text && step ? i18n._(step) : '',
    };
  };
}
