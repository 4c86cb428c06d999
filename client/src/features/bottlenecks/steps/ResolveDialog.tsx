import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { useState, type ReactElement } from 'react';
import type { ResolveBottleneckInput } from '../../../generated/graphql.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { problemAt } from '../../commands/problem.ts';
import { NotePicker } from '../../knowledge/NotePicker.tsx';
import { useAbility } from '../../session/session.ts';
import { resolveMutation, type StepTarget } from './step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useStep } from './use-step.ts';

type NoteChoice = 'write' | 'choose' | 'none';

interface ResolveDialogProps {
  target: StepTarget & { themes: readonly { code: string }[]; proposedResolution: string };
  onClose: () => void;
}

/** Solved: what worked, and what would help the next one, in a note that is written or chosen there and then. */
export function ResolveDialog({ target, onClose }: ResolveDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('RESOLVE', target, resolveMutation);
  const mayWrite = useAbility('WRITE_NOTE');
  const [resolution, setResolution] = useState(target.proposedResolution);
  const [choice, setChoice] = useState<NoteChoice>(mayWrite.allowed ? 'write' : 'choose');
  const [note, setNote] = useState<{ id: string; title: string } | null>(null);
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [openToAll, setOpenToAll] = useState(target.confidentiality === 'REGIONAL');
  const [told, setTold] = useState(false);

  const wanting = {
    resolution: resolution.trim() === '',
    note: choice === 'choose' && !note,
    title: choice === 'write' && title.trim().length < noteLimits.titleMin,
    summary: choice === 'write' && summary.trim() === '',
  };
  const resolutionError =
    problemAt(step.problems, 'resolution') ??
    (told && wanting.resolution ? t`Schrijf wat het heeft opgelost.` : undefined);
  const noteError =
    problemAt(step.problems, 'noteId') ?? (told && wanting.note ? t`Kies een notitie, of geen.` : undefined);
  const titleError =
    problemAt(step.problems, 'title') ??
    (told && wanting.title ? t`Geef de notitie een titel van minstens ${noteLimits.titleMin} tekens.` : undefined);
  const summaryError =
    problemAt(step.problems, 'summary') ??
    (told && wanting.summary ? t`Schrijf in een paar zinnen wat de volgende moet weten.` : undefined);

  async function take(): Promise<void> {
    setTold(true);
    if (Object.values(wanting).some(Boolean)) return;
    const input: ResolveBottleneckInput = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      resolution: resolution.trim(),
      openToAll: target.confidentiality === 'REGIONAL' && openToAll,
      ...(choice === 'choose' && note && { noteId: note.id }),
      ...(choice === 'write' && {
        newNote: { title: title.trim(), summary: summary.trim(), themeCodes: target.themes.map(({ code }) => code) },
      }),
    };
    if (await step.take({ input })) onClose();
  }

  return (
    <Dialog
      title={t`${target.number} oplossen`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Los op`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['resolution', 'noteId', 'title', 'summary']} />
        <TextArea
          label={t`Wat heeft het opgelost?`}
          rows={3}
          maxLength={bottleneckLimits.textMax}
          value={resolution}
          onChange={setResolution}
          {...(resolutionError && { error: resolutionError })}
        />
        <ChoiceGroup
          label={t`Wat zou de volgende helpen?`}
          value={choice}
          onChange={(id) => setChoice(id === 'write' || id === 'none' ? id : 'choose')}
          options={[
            ...(mayWrite.allowed
              ? [
                  {
                    id: 'write',
                    label: t`Schrijf een notitie`,
                    note: t`Titel en samenvatting zijn genoeg; de rest kan later.`,
                  },
                ]
              : []),
            { id: 'choose', label: t`Kies een bestaande notitie`, note: t`Die krijgt erbij dat ze hier werkte.` },
            { id: 'none', label: t`Geen notitie` },
          ]}
        />
        {choice === 'choose' && <NotePicker value={note} onChange={setNote} {...(noteError && { error: noteError })} />}
        {choice === 'write' && (
          <>
            <TextField
              label={t`Titel van de notitie`}
              maxLength={noteLimits.titleMax}
              value={title}
              onChange={setTitle}
              {...(titleError && { error: titleError })}
            />
            <TextArea
              label={t`In het kort`}
              hint={t`Zonder namen, prijzen of partijen: anderen lezen dit ook.`}
              rows={3}
              maxLength={noteLimits.summaryMax}
              value={summary}
              onChange={setSummary}
              {...(summaryError && { error: summaryError })}
            />
          </>
        )}
        {target.confidentiality === 'REGIONAL' && (
          <Checkbox
            label={t`Heel Overijssel mag dit knelpunt lezen`}
            hint={t`Zo leert de andere regio ervan.`}
            checked={openToAll}
            onChange={setOpenToAll}
          />
        )}
      </Stack>
    </Dialog>
  );
}
