import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { applicationResults, type ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { ApplyNoteMutation, ApplyNoteMutationVariables } from '../../generated/graphql.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemAt, problemFragment, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { resultWords } from './application-words.ts';
import { StepProblems } from '../commands/StepProblems.tsx';

export const applicationFields = gql`
  fragment ApplicationFields on Application {
    id
    result
    conditions
    appliedOn
    appliedBy {
      id
      name
    }
    note {
      id
      slug
      title
      validity
      reviewBy
      reuse {
        worked
        partly
        failed
        notYet
      }
    }
    bottleneck {
      id
      number
      title
    }
  }
`;

const applyNoteMutation: TypedDocumentNode<ApplyNoteMutation, ApplyNoteMutationVariables> = gql`
  mutation ApplyNote($input: ApplyNoteInput!, $idempotencyKey: ID) {
    applyNote(input: $input, idempotencyKey: $idempotencyKey) {
      application {
        ...ApplicationFields @unmask
      }
      bottleneck {
        id
        applications {
          id
        }
      }
      note {
        id
        applications {
          id
        }
        openBottlenecks {
          id
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${applicationFields}
  ${problemFragment}
`;

interface ApplyNoteDialogProps {
  title: string;
  /** Both are known, or the picker in `children` still chooses one; null keeps the button waiting. */
  noteId: string | null;
  bottleneckId: string | null;
  result?: ApplicationResult;
  conditions?: string;
  onClose: () => void;
  /** A picker for what is not chosen yet. */
  children?: ReactNode;
  /** Said at the picker when nothing was chosen. */
  missingText?: string;
}

/** “Hier toegepast”: a note on a case, with what came of it and under which conditions. */
export function ApplyNoteDialog(props: ApplyNoteDialogProps): ReactElement {
  const {
    title,
    noteId,
    bottleneckId,
    result: known = 'NOT_YET',
    conditions: said = '',
    onClose,
    children,
    missingText,
  } = props;
  const { t, i18n } = useLingui();
  const toast = useToast();
  const command = useCommand(applyNoteMutation);
  const [result, setResult] = useState<ApplicationResult>(known);
  const [conditions, setConditions] = useState(said);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const conditionsError = problemAt(problems, 'conditions');
  const ready = noteId !== null && bottleneckId !== null;

  async function save(): Promise<void> {
    if (!ready) return;
    const outcome = await command.run({ input: { noteId, bottleneckId, result, conditions: conditions.trim() } });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    const { application } = outcome.payload;
    toast({ text: application ? t`${application.bottleneck.number}: notitie gekoppeld` : t`Notitie gekoppeld` });
    onClose();
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      confirm={{
        label: t`Koppel`,
        onPress: () => void save(),
        busy: command.busy,
        ...(!ready && { disabledReason: missingText ?? t`Kies eerst.` }),
      }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['conditions']} />
        {children}
        <ChoiceGroup
          label={t`Hoe pakte het uit?`}
          value={result}
          onChange={(id) => setResult(applicationResults.find((one) => one === id) ?? result)}
          options={applicationResults.map((one) => ({ id: one, label: i18n._(resultWords[one]) }))}
        />
        <TextArea
          label={t`Onder welke voorwaarde?`}
          hint={t`Wat moet een ander weten voordat die het ook probeert? Ook een mislukte poging helpt.`}
          required={false}
          rows={2}
          maxLength={noteLimits.conditionsMax}
          value={conditions}
          onChange={setConditions}
          {...(conditionsError && { error: conditionsError })}
        />
      </Stack>
    </Dialog>
  );
}
