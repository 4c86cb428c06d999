import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import type {
  EditableText_BottleneckFragment,
  EditBottleneckMutation,
  EditBottleneckMutationVariables,
} from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemAt, problemFragment, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { StepProblems } from '../commands/StepProblems.tsx';

/** The words of a case, with what is needed to change them. Plain fields: the dialog reads them directly. */
export const editableTextFragment: TypedDocumentNode<EditableText_BottleneckFragment> = gql`
  fragment EditableText_bottleneck on Bottleneck {
    id
    number
    version
    title
    description
    triedSoFar
    ask
    decisionBy
    constructionStart
    proposedResolution
  }
`;

const editMutation: TypedDocumentNode<EditBottleneckMutation, EditBottleneckMutationVariables> = gql`
  mutation EditBottleneck($input: EditBottleneckInput!, $idempotencyKey: ID) {
    editBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        ...EditableText_bottleneck @unmask
      }
      problems {
        ...Problem_problem @unmask
        ... on ConflictProblem {
          current {
            id
            ... on Bottleneck {
              ...EditableText_bottleneck @unmask
            }
          }
        }
      }
    }
  }
  ${editableTextFragment}
  ${problemFragment}
`;

type Editable = EditableText_BottleneckFragment;
const textFields = ['title', 'ask', 'description', 'triedSoFar', 'proposedResolution'] as const;
const dateFields = ['decisionBy', 'constructionStart'] as const;
type FieldName = (typeof textFields)[number] | (typeof dateFields)[number];
type Words = Record<FieldName, string>;

function wordsOf(bottleneck: Editable): Words {
  const { title, ask, description, triedSoFar, proposedResolution, decisionBy, constructionStart } = bottleneck;
  return {
    title,
    ask,
    description,
    triedSoFar,
    proposedResolution,
    decisionBy: decisionBy ?? '',
    constructionStart: constructionStart ?? '',
  };
}

/** What differs, as the mutation takes it. */
function changesOf(mine: Words, base: Words): Partial<Record<FieldName, string | null>> {
  const changed = (Object.keys(mine) as FieldName[]).filter((field) => mine[field].trim() !== base[field].trim());
  return Object.fromEntries(
    changed.map((field) => [
      field,
      mine[field].trim() || (field === 'decisionBy' || field === 'constructionStart' ? null : ''),
    ]),
  );
}

/** Changes the words of a case. When somebody was faster, both versions of each field stand side by side and nothing is lost. */
export function EditDialog({ bottleneck, onClose }: { bottleneck: Editable; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const command = useCommand(editMutation);
  const [base] = useState(bottleneck);
  const [mine, setMine] = useState<Words>(() => wordsOf(bottleneck));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clash, setClash] = useState<{ theirs: Editable; who: string; at: string } | null>(null);
  const labels: Record<FieldName, string> = {
    title: t`Titel`,
    ask: t`Wat wordt er gevraagd?`,
    description: t`Wat er speelt`,
    triedSoFar: t`Wat al is geprobeerd`,
    proposedResolution: t`Beoogde oplossing`,
    decisionBy: t`Besluit nodig vóór`,
    constructionStart: t`Start van de bouw`,
  };

  async function save(words: Words, against: Editable): Promise<void> {
    const changes = changesOf(words, wordsOf(against));
    if (Object.keys(changes).length === 0) {
      onClose();
      return;
    }
    const outcome = await command.run({
      input: { bottleneckId: against.id, expectedVersion: against.version, ...changes },
    });
    if (outcome.kind === 'done') {
      toast({ text: t`${against.number} bijgewerkt` });
      onClose();
      return;
    }
    if (outcome.kind !== 'problems') return;
    const conflict = outcome.payload.problems.find((one) => one.__typename === 'ConflictProblem');
    if (conflict?.__typename === 'ConflictProblem' && conflict.current?.__typename === 'Bottleneck') {
      setClash({
        theirs: conflict.current,
        who: conflict.changedBy?.name ?? t`Iemand anders`,
        at: conflict.changedAt ?? new Date().toISOString(),
      });
      return;
    }
    setProblems(outcome.problems);
  }

  if (clash) {
    const theirs = wordsOf(clash.theirs);
    const shown = (field: FieldName, value: string): string =>
      (field === 'decisionBy' || field === 'constructionStart') && value ? date(value) : value;
    // Only where both hands touched it is a question; what I left alone is theirs already.
    const asked = (Object.keys(mine) as FieldName[]).filter(
      (field) => mine[field].trim() !== wordsOf(base)[field].trim() && mine[field].trim() !== theirs[field].trim(),
    );
    return (
      <ConflictDialog
        isOpen
        who={clash.who}
        at={clash.at}
        subject={clash.theirs.number}
        fields={asked.map((field) => ({
          id: field,
          label: labels[field],
          mine: shown(field, mine[field]),
          theirs: shown(field, theirs[field]),
        }))}
        onClose={onClose}
        onSave={(choice) => {
          const chosen = Object.fromEntries(
            (Object.keys(theirs) as FieldName[]).map((field) => [
              field,
              asked.includes(field) && choice[field] !== 'theirs' ? mine[field] : theirs[field],
            ]),
          ) as Words;
          setMine(chosen);
          setClash(null);
          void save(chosen, clash.theirs);
        }}
      />
    );
  }

  const rows: Record<(typeof textFields)[number], number> = {
    title: 2,
    ask: 2,
    description: 5,
    triedSoFar: 4,
    proposedResolution: 3,
  };
  return (
    <Dialog
      title={t`${base.number} bewerken`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(mine, base), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={[...textFields, ...dateFields]} />
        {textFields.map((field) => {
          const error = problemAt(problems, field);
          return (
            <TextArea
              key={field}
              label={labels[field]}
              required={field === 'title'}
              rows={rows[field]}
              maxLength={
                field === 'title'
                  ? bottleneckLimits.titleMax
                  : field === 'ask'
                    ? bottleneckLimits.reasonMax
                    : bottleneckLimits.textMax
              }
              value={mine[field]}
              onChange={(text) => setMine((before) => ({ ...before, [field]: text }))}
              {...(error && { error })}
            />
          );
        })}
        {dateFields.map((field) => {
          const error = problemAt(problems, field);
          return (
            <DatePicker
              key={field}
              label={labels[field]}
              required={false}
              value={mine[field] || null}
              onChange={(day) => setMine((before) => ({ ...before, [field]: day ?? '' }))}
              {...(error && { error })}
            />
          );
        })}
      </Stack>
    </Dialog>
  );
}
