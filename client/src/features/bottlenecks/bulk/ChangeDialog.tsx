import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { BottleneckChangeInput } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import type { SelectedCase } from './bulk-documents.ts';
import { RefusedList } from './RefusedList.tsx';
import { StepFields, stepChange, type StepChoice } from './StepFields.tsx';
import { ThemeFields } from './ThemeFields.tsx';
import { useBulkChange } from './use-bulk-change.ts';

/** What can be changed of several at once. */
export type ChangeKind = 'owner' | 'lead' | 'due' | 'nextStep' | 'themes' | 'step';

export interface ChangeDialogProps {
  kind: ChangeKind;
  cases: readonly SelectedCase[];
  onClose: () => void;
  /** The rows may stand elsewhere now. */
  onChanged: () => void;
}

/** One change for all that are selected. What may not be changed is listed with why, before anything is changed. */
export function ChangeDialog({ kind, cases, onClose, onChanged }: ChangeDialogProps): ReactElement {
  const { t } = useLingui();
  const { homes } = useFormat();
  const { change, busy, problems, refused, reconsider } = useBulkChange(cases, onChanged);
  const [person, setPerson] = useState<Choice | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [step, setStep] = useState<StepChoice>({ verb: null, reason: '', returnOn: null });
  const [told, setTold] = useState(false);

  const asked: Record<ChangeKind, BottleneckChangeInput | null> = {
    owner: person && { ownerId: person.id },
    lead: person && { leadId: person.id },
    due: day ? { dueOn: day } : null,
    nextStep: text.trim() ? { nextStep: text.trim() } : null,
    themes:
      added.length + removed.length > 0
        ? {
            ...(added.length > 0 && { addThemeCodes: [...added] }),
            ...(removed.length > 0 && { removeThemeCodes: [...removed] }),
          }
        : null,
    step: stepChange(step),
  };
  const wanted = asked[kind];
  const titles: Record<ChangeKind, string> = {
    owner: t`Wie wordt eigenaar?`,
    lead: t`Wie trekt dit?`,
    due: t`Wanneer uiterlijk?`,
    nextStep: t`Wat is de volgende stap?`,
    themes: t`Welke thema’s?`,
    step: t`Welke stap?`,
  };
  const missing: Record<ChangeKind, string> = {
    owner: t`Kies iemand.`,
    lead: t`Kies iemand.`,
    due: t`Kies een dag.`,
    nextStep: t`Schrijf de volgende stap.`,
    themes: t`Kies wat erbij komt of eraf gaat.`,
    step: t`Kies een stap.`,
  };
  const empty = told && !wanted ? missing[kind] : undefined;

  async function go(allowedOnly = false): Promise<void> {
    setTold(true);
    if (wanted && (await change(wanted, allowedOnly))) onClose();
  }

  if (refused.length > 0)
    return <RefusedList {...{ cases, refused, busy, onClose }} onBack={reconsider} onOthers={() => void go(true)} />;

  const sum = cases.reduce((total, { homesBlocked }) => total + homesBlocked, 0);
  const errorAt = (...fields: string[]): string | undefined =>
    fields.map((field) => problemAt(problems, field)).find(Boolean) ?? empty;
  const personError = errorAt('ownerId', 'leadId');
  const dayError = errorAt('dueOn');
  const textError = errorAt('nextStep');
  return (
    <Dialog
      title={titles[kind]}
      isOpen
      onClose={onClose}
      confirm={{
        label: t`${plural(cases.length, { one: 'Wijzig # knelpunt', other: 'Wijzig # knelpunten' })}`,
        onPress: () => void go(),
        busy,
      }}
    >
      <Stack>
        <p className="sub">
          {cases.length === 1 ? (
            cases[0]?.title
          ) : (
            <>
              <Plural value={cases.length} one="# knelpunt" other="# knelpunten" /> · {homes(sum)}.{' '}
              <Trans>Je kunt het in één keer terugdraaien.</Trans>
            </>
          )}
        </p>
        <StepProblems
          problems={problems}
          shownAt={['ownerId', 'leadId', 'dueOn', 'nextStep', 'reason', 'returnOn', 'verb']}
        />
        {(kind === 'owner' || kind === 'lead') && (
          <PersonPicker
            label={kind === 'owner' ? t`Eigenaar` : t`Trekker`}
            value={person}
            onChange={setPerson}
            {...(personError && { error: personError })}
          />
        )}
        {kind === 'due' && (
          <DatePicker
            label={t`Uiterlijk`}
            min={today()}
            value={day}
            onChange={setDay}
            {...(dayError && { error: dayError })}
          />
        )}
        {kind === 'nextStep' && (
          <TextArea
            label={t`Volgende stap`}
            rows={2}
            maxLength={bottleneckLimits.lineMax}
            value={text}
            onChange={setText}
            {...(textError && { error: textError })}
          />
        )}
        {kind === 'themes' && (
          <ThemeFields added={added} removed={removed} onAdd={setAdded} onRemove={setRemoved} error={empty} />
        )}
        {kind === 'step' && (
          <StepFields cases={cases} value={step} onChange={setStep} problems={problems} told={told} error={empty} />
        )}
      </Stack>
    </Dialog>
  );
}
