import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import type { EscalateDialogQuery } from '../../../generated/graphql.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { useViewer } from '../../session/session.ts';
import type { StepTarget } from '../steps/step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { escalateDialogQuery } from './escalate-documents.ts';
import { escalateMutation } from './escalation-documents.ts';
import { fitted, memoChanges, memoFields, type MemoWords } from './memo-fields.ts';
import { MemoForm, memoPaths, ShareFields, type Shares } from './MemoForm.tsx';
import { useEscalationStep } from './use-escalation-step.ts';

export interface EscalateDialogProps {
  target: StepTarget;
  onClose: () => void;
}

/** What is typed until it is sent; only the texts that somebody touched. */
interface Typed {
  reason: string;
  memo: Partial<MemoWords>;
  shares: Shares;
}
const nothing: Typed = { reason: '', memo: {}, shares: { sharesDossier: false, sharesFiles: false } };

type Case = NonNullable<EscalateDialogQuery['bottleneck']>;

/** The memo as the server will write it from the case. What it counts by itself, the homes that wait, stays its own. */
function prefilled(bottleneck: Case | null | undefined): MemoWords {
  return {
    question: fitted(bottleneck?.ask ?? '', 'question'),
    situation: fitted(bottleneck?.description ?? '', 'situation'),
    tried: fitted(bottleneck?.triedSoFar ?? '', 'tried'),
    consequence: '',
    proposal: fitted(bottleneck?.proposedResolution ?? '', 'proposal'),
    decisionBy: bottleneck?.decisionBy ?? '',
  };
}

/** To the table above, with a memo of one page: why, what it reads, and who agrees before it leaves. */
export function EscalateDialog({ target, onClose }: EscalateDialogProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const { data, error } = useQuery(escalateDialogQuery, { variables: { number: target.number } });
  const key = `escalate ${person.id} ${target.id}`;
  const [typed, setTyped] = useState<Typed>(() => readKept<Typed>(key) ?? nothing);
  const [told, setTold] = useState(false);
  const { forget } = useKept(key, typed === nothing ? null : typed);
  const bottleneck = data?.bottleneck;
  const needsAgreement = bottleneck?.heldBy?.escalationNeedsAgreement ?? false;
  const agrees = bottleneck?.politicalOwner?.name;
  const to = target.heldBy?.parent?.shortName ?? t`de tafel erboven`;
  const term = bottleneck?.heldBy?.parent?.answerTermDays;
  const step = useEscalationStep(
    null,
    escalateMutation,
    needsAgreement ? t`memo klaar, wacht op akkoord` : t`geëscaleerd naar ${to}`,
  );
  const before = prefilled(bottleneck);
  const memo = { ...before, ...typed.memo };
  const reasonError =
    problemAt(step.problems, 'reason') ?? (told && !typed.reason.trim() ? t`Schrijf kort waarom.` : undefined);
  const change = (more: Partial<Typed>): void => setTyped((was) => ({ ...was, ...more }));

  async function take(): Promise<void> {
    setTold(true);
    if (!typed.reason.trim()) return;
    const changes = memoChanges(memo, before);
    const input = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      reason: typed.reason.trim(),
      ...(Object.keys(changes).length > 0 && { memo: changes }),
      ...typed.shares,
    };
    if (!(await step.take({ input }))) return;
    forget();
    onClose();
  }

  const memoRefused = step.problems.some(({ path }) => memoFields.some((field) => path.at(-1) === field));
  return (
    <Dialog
      title={t`Naar welke tafel, en waarom?`}
      isOpen
      wide
      onClose={onClose}
      confirm={{
        label: needsAgreement ? t`Vraag akkoord` : t`Escaleer naar ${to}`,
        onPress: () => void take(),
        busy: step.busy,
      }}
    >
      <Stack>
        <p className="sub">
          {t`De gemeente blijft eigenaar. ${to} leest het memo en neemt de zaak aan of geeft haar met een reden terug.`}
          {term !== undefined && <> {t`Antwoord komt binnen ${plural(term, { one: '# dag', other: '# dagen' })}.`}</>}
        </p>
        {needsAgreement && (
          <Note kind="info">
            {agrees ? (
              <Trans>Eerst geeft {agrees} akkoord. Daarna verstuur je het memo.</Trans>
            ) : (
              <Trans>Eerst geeft de wethouder van de eigenaar akkoord. Daarna verstuur je het memo.</Trans>
            )}
          </Note>
        )}
        <StepProblems problems={step.problems} shownAt={['reason', ...memoPaths]} />
        <TextArea
          label={t`Waarom kan deze tafel het niet oplossen?`}
          hint={t`Wat is geprobeerd, en welk besluit is nodig?`}
          rows={3}
          maxLength={bottleneckLimits.reasonMax}
          value={typed.reason}
          onChange={(reason) => change({ reason })}
          {...(reasonError && { error: reasonError })}
        />
        {error && !bottleneck ? (
          <Note kind="warning">
            <Trans>Het memo is nu niet te openen. Het schrijft zichzelf uit de zaak, dus je kunt wel escaleren.</Trans>
          </Note>
        ) : (
          <Disclosure
            title={t`Bekijk en bewerk het memo`}
            aside={t`al geschreven uit de zaak`}
            defaultOpen={memoRefused || needsAgreement}
          >
            <Stack>
              <MemoForm
                words={memo}
                onChange={(more) => change({ memo: { ...typed.memo, ...more } })}
                problems={step.problems}
                hints={{
                  // Emptying what the case asks is a refusal; only a case that asks nothing yet is filled in by the reason.
                  ...(before.question === '' && {
                    question: t`Leeg: dan staat hier waarom deze tafel het niet kan oplossen.`,
                  }),
                  consequence: t`Leeg: dan staat hier hoeveel woningen wachten, in welke plannen.`,
                }}
              />
            </Stack>
          </Disclosure>
        )}
        <ShareFields to={to} shares={typed.shares} onChange={(shares) => change({ shares })} problems={step.problems} />
      </Stack>
    </Dialog>
  );
}
