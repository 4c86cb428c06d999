import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { Confidentiality } from '../../../generated/graphql.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useViewer } from '../../session/session.ts';
import { LessonField } from './LessonField.tsx';

export interface LessonDialogProps {
  title: string;
  /** What it is about: the text is kept on this device under its id until it is sent. */
  aboutId: string;
  /** The cases of which one gives the note its content; one alone is not asked about. */
  cases: readonly { id: string; number: string; title: string; confidentiality: Confidentiality }[];
  busy: boolean;
  /** @returns what stood in the way; null when the server could not be asked */
  onSend: (lesson: string, bottleneckId: string) => Promise<readonly Problem[] | null>;
  onClose: () => void;
}

/** Asks what would help the next one, and makes a draft of the answer. */
export function LessonDialog({ title, aboutId, cases, busy, onSend, onClose }: LessonDialogProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const key = `draft:lesson:${person.id}:${aboutId}`;
  const [lesson, setLesson] = useState(() => readKept<string>(key) ?? '');
  const [bottleneckId, setBottleneckId] = useState(cases.length === 1 ? (cases[0]?.id ?? '') : '');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { forget } = useKept(key, lesson === '' ? null : lesson);
  const lessonError =
    problemAt(problems, 'lesson') ??
    (told && lesson.trim() === '' ? t`Schrijf wat de volgende zou helpen.` : undefined);
  const caseError =
    problemAt(problems, 'bottleneckId') ?? (told && bottleneckId === '' ? t`Kies een knelpunt.` : undefined);

  async function send(): Promise<void> {
    setTold(true);
    if (lesson.trim() === '' || bottleneckId === '') return;
    const sent = await onSend(lesson.trim(), bottleneckId);
    if (sent === null) return;
    setProblems(sent);
    if (sent.length > 0) return;
    forget();
    onClose();
  }

  return (
    <Dialog
      title={title}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Maak een conceptnotitie`, onPress: () => void send(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={cases.length > 1 ? ['lesson', 'bottleneckId'] : ['lesson']} />
        {cases.length > 1 && (
          <ChoiceGroup
            label={t`Van welk knelpunt?`}
            value={bottleneckId}
            onChange={setBottleneckId}
            options={cases.map(({ id, number, title: about }) => ({ id, label: `${number} ${about}` }))}
            {...(caseError && { error: caseError })}
          />
        )}
        <LessonField
          required
          confidentiality={cases.find(({ id }) => id === bottleneckId)?.confidentiality}
          value={lesson}
          onChange={(next) => {
            setLesson(next);
            setProblems([]);
          }}
          error={lessonError}
        />
      </Stack>
    </Dialog>
  );
}
