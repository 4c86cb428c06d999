import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { today } from '../../../lib/dates.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { problemAt } from '../../commands/problem.ts';
import { holdMutation, referMutation, scheduleMutation, triageMutation, type StepTarget } from './step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useStep } from './use-step.ts';

interface StepDialogProps {
  target: StepTarget;
  onClose: () => void;
}

/** The secretary takes it in: what is still missing is asked here, once. */
export function TriageDialog({ target, onClose }: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('TRIAGE', target, triageMutation);
  const [remark, setRemark] = useState('');
  const [start, setStart] = useState(target.constructionStart);
  const [homes, setHomes] = useState<Readonly<Record<string, number | null>>>({});
  const unknown = target.projects.filter(({ homesBlocked }) => typeof homesBlocked !== 'number');
  const startError = problemAt(step.problems, 'constructionStart');
  const homesError = problemAt(step.problems, 'homesBlocked');
  async function take(): Promise<void> {
    const told = unknown.some(({ project }) => typeof homes[project.id] === 'number');
    const input = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      // All of them: what is sent replaces what was there.
      ...(told && {
        projects: target.projects.map(({ project, homesBlocked }) => ({
          projectId: project.id,
          homesBlocked: homesBlocked ?? homes[project.id] ?? null,
        })),
      }),
      ...(remark.trim() && { remark: remark.trim() }),
      ...(start && start !== target.constructionStart && { constructionStart: start }),
    };
    if (await step.take({ input })) onClose();
  }
  return (
    <Dialog
      title={t`${target.number} in het voorportaal nemen`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Neem in voorportaal`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['constructionStart', 'homesBlocked', 'remark']} />
        {unknown.map(({ project }) => (
          <NumberField
            key={project.id}
            label={t`Woningen die wachten in ${project.name}`}
            required={false}
            min={0}
            max={bottleneckLimits.homesMax}
            value={homes[project.id] ?? null}
            onChange={(count) => setHomes((before) => ({ ...before, [project.id]: count }))}
            {...(homesError && { error: homesError })}
          />
        ))}
        <DatePicker
          label={t`Geplande start van de bouw`}
          required={false}
          value={start}
          onChange={setStart}
          {...(startError && { error: startError })}
        />
        <TextArea
          label={t`Opmerking voor de eigenaar`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={remark}
          onChange={setRemark}
        />
      </Stack>
    </Dialog>
  );
}

/** On the agenda of the table's next meeting. */
export function ScheduleDialog({ target, onClose }: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('SCHEDULE', target, scheduleMutation);
  const [ask, setAsk] = useState(target.ask);
  const [minutes, setMinutes] = useState<number | null>(15);
  const [purpose, setPurpose] = useState<'INFORM' | 'DISCUSS' | 'DECIDE'>('DISCUSS');
  const askError = problemAt(step.problems, 'ask');
  const minutesError = problemAt(step.problems, 'minutes');
  async function take(): Promise<void> {
    const input = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      purpose,
      minutes: minutes ?? 15,
      ...(ask.trim() !== target.ask && { ask: ask.trim() }),
    };
    if (await step.take({ input })) onClose();
  }
  return (
    <Dialog
      title={t`Op de agenda van de volgende tafel`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Zet op de agenda`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['ask', 'minutes']} />
        <TextArea
          label={t`Wat wordt er van de tafel gevraagd?`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={ask}
          onChange={setAsk}
          {...(askError && { error: askError })}
        />
        <Select
          label={t`Doel`}
          value={purpose}
          options={[
            { id: 'INFORM', label: t`Informeren` },
            { id: 'DISCUSS', label: t`Bespreken` },
            { id: 'DECIDE', label: t`Besluiten` },
          ]}
          onChange={(id) => setPurpose(id === 'INFORM' || id === 'DECIDE' ? id : 'DISCUSS')}
        />
        <NumberField
          label={t`Minuten`}
          value={minutes}
          min={1}
          max={240}
          step={5}
          unit={t`min`}
          onChange={setMinutes}
          {...(minutesError && { error: minutesError })}
        />
      </Stack>
    </Dialog>
  );
}

/** Waits for something outside the table, until a date on which it comes back by itself. */
export function HoldDialog({ target, onClose }: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('HOLD', target, holdMutation);
  const [reason, setReason] = useState('');
  const [returnOn, setReturnOn] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const reasonError =
    problemAt(step.problems, 'reason') ?? (told && reason.trim() === '' ? t`Schrijf waarop dit wacht.` : undefined);
  const dateError =
    problemAt(step.problems, 'returnOn') ?? (told && !returnOn ? t`Kies de dag waarop het terugkomt.` : undefined);
  async function take(): Promise<void> {
    setTold(true);
    if (reason.trim() === '' || !returnOn) return;
    if (
      await step.take({
        input: { bottleneckId: target.id, expectedVersion: target.version, reason: reason.trim(), returnOn },
      })
    )
      onClose();
  }
  return (
    <Dialog
      title={t`Waarop wacht dit, en tot wanneer?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Houd aan`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['reason', 'returnOn']} />
        <TextArea
          label={t`Reden`}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={reason}
          onChange={setReason}
          {...(reasonError && { error: reasonError })}
        />
        <DatePicker
          label={t`Komt terug op`}
          min={today()}
          value={returnOn}
          onChange={setReturnOn}
          {...(dateError && { error: dateError })}
        />
      </Stack>
    </Dialog>
  );
}

/** To an organisation that has no table here; the owner stays owner and records the feedback. */
export function ReferDialog({ target, onClose }: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('REFER', target, referMutation);
  const [referredTo, setReferredTo] = useState('');
  const [reason, setReason] = useState('');
  const [feedbackBy, setFeedbackBy] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const toError =
    problemAt(step.problems, 'referredTo') ??
    (told && referredTo.trim() === '' ? t`Noem de organisatie of de rol.` : undefined);
  const reasonError =
    problemAt(step.problems, 'reason') ?? (told && reason.trim() === '' ? t`Schrijf kort waarom.` : undefined);
  const dateError = problemAt(step.problems, 'feedbackBy') ?? (told && !feedbackBy ? t`Kies een dag.` : undefined);
  async function take(): Promise<void> {
    setTold(true);
    if (referredTo.trim() === '' || reason.trim() === '' || !feedbackBy) return;
    const input = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      referredTo: referredTo.trim(),
      reason: reason.trim(),
      feedbackBy,
    };
    if (await step.take({ input })) onClose();
  }
  return (
    <Dialog
      title={t`Naar wie verwijs je door?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Verwijs door`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['referredTo', 'reason', 'feedbackBy']} />
        <TextField
          label={t`Organisatie of rol`}
          maxLength={bottleneckLimits.lineMax}
          value={referredTo}
          onChange={setReferredTo}
          {...(toError && { error: toError })}
        />
        <TextArea
          label={t`Reden`}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={reason}
          onChange={setReason}
          {...(reasonError && { error: reasonError })}
        />
        <DatePicker
          label={t`Terugkoppeling vóór`}
          min={today()}
          value={feedbackBy}
          onChange={setFeedbackBy}
          {...(dateError && { error: dateError })}
        />
      </Stack>
    </Dialog>
  );
}
