import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { canTransition } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { ReactElement } from 'react';
import type { BottleneckChangeInput } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { stepWords } from '../steps/step-words.ts';
import type { SelectedCase } from './bulk-documents.ts';

/** Steps that mean the same for several cases. Agenda, solution and memo are written for each case by itself. */
const verbs = ['TRIAGE', 'START', 'HOLD', 'RESUME', 'WITHDRAW', 'REOPEN'] as const;
type Verb = (typeof verbs)[number];
const withReason: readonly Verb[] = ['HOLD', 'WITHDRAW', 'REOPEN'];

export interface StepChoice {
  verb: Verb | null;
  reason: string;
  returnOn: string | null;
}

/** The change that was chosen; null while something is missing. */
export function stepChange({ verb, reason, returnOn }: StepChoice): BottleneckChangeInput | null {
  if (!verb) return null;
  if (withReason.includes(verb) && reason.trim() === '') return null;
  if (verb === 'HOLD' && !returnOn) return null;
  return {
    verb,
    ...(withReason.includes(verb) && { reason: reason.trim() }),
    ...(verb === 'HOLD' && returnOn && { returnOn }),
  };
}

interface StepFieldsProps {
  cases: readonly SelectedCase[];
  value: StepChoice;
  onChange: (next: StepChoice) => void;
  problems: readonly Problem[];
  told: boolean;
  error: string | undefined;
}

/** Which step, and what it needs: a reason, a day on which it comes back. */
export function StepFields({ cases, value, onChange, problems, told, error }: StepFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const { verb, reason, returnOn } = value;
  const fitting = verbs
    .map((one) => ({ verb: one, count: cases.filter(({ state }) => canTransition(one, state)).length }))
    .filter(({ count }) => count > 0);
  if (fitting.length === 0)
    return <p>{t`Geen stap past bij alle staten die je koos. Open een knelpunt om te zien wat daar kan.`}</p>;
  const reasonError = problemAt(problems, 'reason') ?? (told && reason.trim() === '' ? t`Schrijf kort waarom.` : null);
  const dayError = problemAt(problems, 'returnOn') ?? (told && !returnOn ? t`Kies een dag.` : null);
  return (
    <>
      <ChoiceGroup
        label={t`Stap`}
        value={verb}
        onChange={(id) => onChange({ ...value, verb: verbs.find((one) => one === id) ?? null })}
        options={fitting.map(({ verb: one, count }) => ({
          id: one,
          label: i18n._(stepWords[one].label),
          ...(count < cases.length && { note: t`past bij ${number(count)} van ${number(cases.length)}` }),
        }))}
        {...(!verb && error && { error })}
      />
      {verb && withReason.includes(verb) && (
        <TextArea
          label={t`Reden`}
          rows={3}
          maxLength={bottleneckLimits.reasonMax}
          value={reason}
          onChange={(text) => onChange({ ...value, reason: text })}
          {...(reasonError && { error: reasonError })}
        />
      )}
      {verb === 'HOLD' && (
        <DatePicker
          label={t`Komt terug op`}
          min={today()}
          value={returnOn}
          onChange={(day) => onChange({ ...value, returnOn: day })}
          {...(dayError && { error: dayError })}
        />
      )}
    </>
  );
}
