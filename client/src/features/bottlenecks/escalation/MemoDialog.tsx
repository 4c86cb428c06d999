import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useViewer } from '../../session/session.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { editMutation, type ShownEscalation } from './escalation-documents.ts';
import { memoChanges, wordsOf, type MemoWords } from './memo-fields.ts';
import { MemoForm, memoPaths, ShareFields, type Shares } from './MemoForm.tsx';
import { useEscalationStep } from './use-escalation-step.ts';

interface MemoDialogProps {
  escalation: ShownEscalation;
  onClose: () => void;
}

interface Typed {
  words: Partial<MemoWords>;
  shares: Partial<Shares>;
}
const nothing: Typed = { words: {}, shares: {} };

/** Rewrites the memo before it leaves. Somebody who was faster loses nothing: their fields stay unless they are touched here too. */
export function MemoDialog({ escalation, onClose }: MemoDialogProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const step = useEscalationStep(escalation.id, editMutation, t`memo bijgewerkt`);
  const key = `memo ${person.id} ${escalation.id}`;
  const [typed, setTyped] = useState<Typed>(() => readKept<Typed>(key) ?? nothing);
  const { forget } = useKept(key, typed === nothing ? null : typed);
  const before = wordsOf(escalation.memo);
  const words = { ...before, ...typed.words };
  const { sharesDossier, sharesFiles } = escalation;
  const shares = { sharesDossier, sharesFiles, ...typed.shares };

  async function save(): Promise<void> {
    const input = {
      escalationId: escalation.id,
      expectedVersion: escalation.version,
      memo: memoChanges(words, before),
      ...shares,
    };
    if (!(await step.take({ input }))) return;
    forget();
    onClose();
  }

  return (
    <Dialog
      title={t`Memo aan ${escalation.to.shortName}`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Bewaar memo`, onPress: () => void save(), busy: step.busy }}
    >
      <Stack>
        {escalation.state === 'AGREED' && (
          <Note kind="warning">{t`Er is akkoord gegeven op deze tekst. Verander je iets, dan is opnieuw akkoord nodig.`}</Note>
        )}
        <StepProblems problems={step.problems} shownAt={memoPaths} />
        <MemoForm
          words={words}
          onChange={(change) => setTyped((was) => ({ ...was, words: { ...was.words, ...change } }))}
          problems={step.problems}
        />
        <ShareFields
          to={escalation.to.shortName}
          shares={shares}
          onChange={(change) => setTyped((was) => ({ ...was, shares: change }))}
          problems={step.problems}
        />
      </Stack>
    </Dialog>
  );
}
