import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import type { ResolveBottleneckInput } from '../../../generated/graphql.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { NotePicker } from '../../knowledge/NotePicker.tsx';
import { useAbility, useViewer } from '../../session/session.ts';
import { notesOfResolvingQuery } from '../case-notes/case-note-documents.ts';
import { LessonField } from '../case-notes/LessonField.tsx';
import { resolveMutation, type StepTarget } from './step-documents.ts';
import { useStep } from './use-step.ts';

export interface ResolveDialogProps {
  target: StepTarget & { proposedResolution: string };
  onClose: () => void;
}

/** Solved: what worked, and one question more. Its answer makes a note of the case; none is needed. */
export function ResolveDialog({ target, onClose }: ResolveDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('RESOLVE', target, resolveMutation);
  const mayWrite = useAbility('WRITE_NOTE');
  const { person } = useViewer();
  const { data } = useQuery(notesOfResolvingQuery, { variables: { number: target.number } });
  const made = data?.bottleneck?.draftedNotes.find(({ status }) => status !== 'ARCHIVED');
  const key = `draft:resolve:${person.id}:${target.id}`;
  const untouched = { resolution: target.proposedResolution, lesson: '' };
  const [typed, setTyped] = useState(() => ({ ...untouched, ...readKept<Partial<typeof untouched>>(key) }));
  const [note, setNote] = useState<{ id: string; title: string } | null>(null);
  const [openToAll, setOpenToAll] = useState(target.confidentiality === 'REGIONAL');
  const [told, setTold] = useState(false);
  const { resolution, lesson } = typed;
  const { forget } = useKept(key, resolution === untouched.resolution && lesson === '' ? null : typed);

  const resolutionError =
    problemAt(step.problems, 'resolution') ??
    (told && resolution.trim() === '' ? t`Schrijf wat het heeft opgelost.` : undefined);
  const noteError = problemAt(step.problems, 'noteId');
  const used = note ?? made;

  async function take(): Promise<void> {
    setTold(true);
    if (resolution.trim() === '') return;
    const input: ResolveBottleneckInput = {
      bottleneckId: target.id,
      expectedVersion: target.version,
      resolution: resolution.trim(),
      openToAll: target.confidentiality === 'REGIONAL' && openToAll,
      ...(used && { noteId: used.id }),
      ...(!made && lesson.trim() !== '' && { lesson: lesson.trim() }),
    };
    if (!(await step.take({ input }))) return;
    forget();
    onClose();
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
        <StepProblems problems={step.problems} shownAt={['resolution', 'noteId', 'lesson']} />
        <TextArea
          label={t`Wat heeft het opgelost?`}
          rows={3}
          maxLength={bottleneckLimits.textMax}
          value={resolution}
          onChange={(next) => setTyped((before) => ({ ...before, resolution: next }))}
          {...(resolutionError && { error: resolutionError })}
        />
        {made ? (
          <p className="sub">
            <Trans>
              Van dit knelpunt is al een notitie gemaakt: “{made.title}”. Die krijgt erbij dat ze hier werkte.
            </Trans>
          </p>
        ) : (
          mayWrite.allowed && (
            <LessonField
              confidentiality={target.confidentiality}
              value={lesson}
              onChange={(next) => setTyped((before) => ({ ...before, lesson: next }))}
              error={problemAt(step.problems, 'lesson')}
            />
          )
        )}
        <NotePicker
          label={t`Welke notitie heeft hier gewerkt?`}
          required={false}
          value={note}
          onChange={setNote}
          {...(noteError && { error: noteError })}
        />
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
