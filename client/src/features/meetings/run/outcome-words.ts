import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../../lib/format.ts';
import type { OutcomeKind } from '../../../generated/graphql.ts';
import type { Outcome } from './outcome-documents.ts';

/** What an outcome is, as the word in front of it. */
export const outcomeKinds: Readonly<Record<OutcomeKind, MessageDescriptor>> = {
  DECISION: msg`Besluit`,
  AMENDED_DECISION: msg`Besluit, gewijzigd`,
  INFORMED: msg`Ter kennis`,
  ACTION: msg`Actie`,
  BOTTLENECK: msg`Knelpunt`,
  NOTE: msg`Notitie`,
};

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

/** An outcome in a line and what stands under it. */
export function useOutcomeWords(): (outcome: Outcome) => { what: string; about: string } {
  const { t, i18n } = useLingui();
  const { day } = useFormat();
  return ({ kind, text, number, action, bottleneck, note, transition, recordedBy }) => {
    if (action) return { what: action.what, about: `${action.owner.name}, ${day(action.dueOn)}` };
    const step = transition ? steps[transition] : undefined;
    if (bottleneck)
      return {
        what: bottleneck.title,
        about: [bottleneck.number, step ? i18n._(step) : '', text].filter(Boolean).join(', '),
      };
    if (note) return { what: note.title, about: text };
    if (kind === 'INFORMED') return { what: text || t`de tafel nam er kennis van`, about: recordedBy.name };
    return { what: text, about: [number, recordedBy.name].filter(Boolean).join(', ') };
  };
}

/** “1 besluit, 2 acties” */
export function useOutcomeCounts(): (outcomes: readonly { kind: OutcomeKind }[]) => string {
  const { t } = useLingui();
  return (outcomes) => {
    const of = (...kinds: OutcomeKind[]): number => outcomes.filter(({ kind }) => kinds.includes(kind)).length;
    const decisions = of('DECISION', 'AMENDED_DECISION');
    const actions = of('ACTION');
    const cases = of('BOTTLENECK');
    const notes = of('NOTE');
    return [
      decisions > 0 && t`${plural(decisions, { one: '# besluit', other: '# besluiten' })}`,
      actions > 0 && t`${plural(actions, { one: '# actie', other: '# acties' })}`,
      cases > 0 && t`${plural(cases, { one: '# knelpunt', other: '# knelpunten' })}`,
      notes > 0 && t`${plural(notes, { one: '# notitie', other: '# notities' })}`,
      of('INFORMED') > 0 && t`ter kennis`,
    ]
      .filter(Boolean)
      .join(', ');
  };
}
