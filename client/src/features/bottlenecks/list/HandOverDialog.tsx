import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import type {
  HandOverMutation,
  HandOverMutationVariables,
  UndoHandOverMutation,
  UndoHandOverMutationVariables,
} from '../../../generated/graphql.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, problemFragment, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';

const handOverMutation: TypedDocumentNode<HandOverMutation, HandOverMutationVariables> = gql`
  mutation HandOver($input: HandOverInput!, $idempotencyKey: ID) {
    handOver(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneckCount
      actionCount
      handOverId
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

const undoHandOverMutation: TypedDocumentNode<UndoHandOverMutation, UndoHandOverMutationVariables> = gql`
  mutation UndoHandOver($input: UndoHandOverInput!, $idempotencyKey: ID) {
    undoHandOver(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneckCount
      actionCount
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

/** Somebody leaves, or is away for long: their open cases and actions go to a colleague in one go. */
export function HandOverDialog({ from, onClose }: { from?: Choice; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const client = useApolloClient();
  const command = useCommand(handOverMutation);
  const undo = useCommand(undoHandOverMutation);
  const [giver, setGiver] = useState<Choice | null>(from ?? null);
  const [taker, setTaker] = useState<Choice | null>(null);
  const [remark, setRemark] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const refresh = (): void => void client.refetchQueries({ include: 'active' }).catch(() => undefined);
  const words = (cases: number, actions: number): string =>
    t`${plural(cases, { one: '# knelpunt', other: '# knelpunten' })} en ${plural(actions, { one: '# actie', other: '# acties' })}`;

  async function takeBack(handOverId: string): Promise<void> {
    const outcome = await undo.run({ input: { handOverId } });
    if (outcome.kind === 'failed') return;
    refresh();
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
    else {
      const { bottleneckCount, actionCount } = outcome.payload;
      toast({ text: t`Teruggegeven: ${words(bottleneckCount, actionCount)}` });
    }
  }
  async function go(): Promise<void> {
    setTold(true);
    if (!giver || !taker) return;
    const outcome = await command.run({
      input: { fromPersonId: giver.id, toPersonId: taker.id, ...(remark.trim() && { remark: remark.trim() }) },
    });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    const { bottleneckCount, actionCount, handOverId } = outcome.payload;
    toast({
      text: t`Overgedragen aan ${taker.name}: ${words(bottleneckCount, actionCount)}`,
      ...(handOverId && { onUndo: () => takeBack(handOverId) }),
    });
    refresh();
    onClose();
  }
  const choose = t`Kies iemand.`;
  const giverError = problemAt(problems, 'fromPersonId') ?? (told && !giver ? choose : undefined);
  const takerError = problemAt(problems, 'toPersonId') ?? (told && !taker ? choose : undefined);
  const remarkError = problemAt(problems, 'remark');
  return (
    <Dialog
      title={t`Wiens werk gaat naar wie?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Draag over`, onPress: () => void go(), busy: command.busy }}
    >
      <Stack>
        <p className="sub">
          <Trans>
            Alle open knelpunten en acties waarvan je de eigenaar mag wijzigen gaan mee. Je kunt het daarna
            terugdraaien.
          </Trans>
        </p>
        <StepProblems problems={problems} shownAt={['fromPersonId', 'toPersonId', 'remark']} />
        <PersonPicker label={t`Van`} value={giver} onChange={setGiver} {...(giverError && { error: giverError })} />
        <PersonPicker label={t`Naar`} value={taker} onChange={setTaker} {...(takerError && { error: takerError })} />
        <TextArea
          label={t`Toelichting`}
          hint={t`Wie het overneemt leest dit.`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={remark}
          onChange={setRemark}
          {...(remarkError && { error: remarkError })}
        />
      </Stack>
    </Dialog>
  );
}
