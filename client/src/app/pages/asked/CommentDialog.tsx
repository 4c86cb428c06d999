import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { problemAt, problemFragment, type Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useViewer } from '../../../features/session/session.ts';
import { StepProblems } from '../../../features/bottlenecks/steps/StepProblems.tsx';
import type { AddCommentFromAskedMutation, AddCommentFromAskedMutationVariables } from '../../../generated/graphql.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';

const addCommentMutation: TypedDocumentNode<AddCommentFromAskedMutation, AddCommentFromAskedMutationVariables> = gql`
  mutation AddCommentFromAsked($input: AddCommentInput!, $idempotencyKey: ID) {
    addComment(input: $input, idempotencyKey: $idempotencyKey) {
      comment {
        id
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

interface CommentDialogProps {
  bottleneck: { id: string; number: string };
  onClose: () => void;
}

/** A word to the people of the case, without leaving what is asked. */
export function CommentDialog({ bottleneck, onClose }: CommentDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { person } = useViewer();
  const command = useCommand(addCommentMutation);
  const key = `comment ${person.id} ${bottleneck.id}`;
  const [text, setText] = useState(() => readKept<string>(key) ?? '');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { forget } = useKept(key, text === '' ? null : text);
  const error = problemAt(problems, 'text') ?? (told && !text.trim() ? t`Schrijf eerst iets.` : undefined);

  async function add(): Promise<void> {
    setTold(true);
    if (!text.trim()) return;
    const outcome = await command.run({ input: { bottleneckId: bottleneck.id, text: text.trim() } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    forget();
    toast({ text: t`Reactie geplaatst bij ${bottleneck.number}` });
    onClose();
  }

  return (
    <Dialog
      title={t`Reactie bij ${bottleneck.number}`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Plaats reactie`, onPress: () => void add(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['text']} />
        <TextArea
          label={t`Reactie`}
          hint={t`Wie de zaak mag zien leest dit.`}
          rows={3}
          value={text}
          onChange={setText}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
