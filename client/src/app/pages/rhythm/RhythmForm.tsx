import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { clashing, differing, draftOf, inputOf, merged, type RhythmDraft } from './rhythm-draft.ts';
import { changeRhythmMutation, type TableWithRhythm } from './rhythm-documents.ts';
import { RhythmFields } from './RhythmFields.tsx';
import { useRhythmErrors } from './use-rhythm-errors.ts';
import { useRhythmLabels } from './use-rhythm-labels.ts';

interface Work {
  mine: RhythmDraft;
  base: RhythmDraft;
  version: number;
}
interface Clash {
  theirs: TableWithRhythm;
  who: string;
  at: string;
}
interface RhythmFormProps {
  table: TableWithRhythm;
  /** Hears what is typed, for the preview; null when it is what is kept. */
  onDraft: (draft: RhythmDraft | null) => void;
}

const workOn = (table: TableWithRhythm): Work => ({
  mine: draftOf(table),
  base: draftOf(table),
  version: table.rhythm.version,
});

/** The form over a rhythm. When a colleague was faster, what both changed is asked side by side and the rest of both stands. */
export function RhythmForm({ table, onDraft }: RhythmFormProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(changeRhythmMutation);
  const { label, words } = useRhythmLabels();
  const [work, setWork] = useState<Work>(() => workOn(table));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const { mine, base } = work;
  const changes = differing(mine, base);
  const { error, summary, check, reset } = useRhythmErrors(mine, problems);

  // A colleague changed it while nothing was typed here: the form follows.
  if (changes.length === 0 && table.rhythm.version > work.version) setWork(workOn(table));

  function put(next: Work): void {
    setWork(next);
    setProblems([]);
    onDraft(differing(next.mine, next.base).length === 0 ? null : next.mine);
  }

  async function send(given: Work): Promise<void> {
    const outcome = await command.run({
      input: {
        tableId: table.id,
        expectedVersion: given.version,
        ...inputOf(given.mine, differing(given.mine, given.base)),
      },
    });
    if (outcome.kind === 'failed') return;
    const conflict = outcome.payload.problems.find((problem) => problem.__typename === 'ConflictProblem');
    if (conflict?.__typename === 'ConflictProblem' && conflict.current?.__typename === 'AccelerationTable') {
      const theirs = conflict.current;
      if (clashing(given.mine, given.base, draftOf(theirs)).length === 0) await over(given, theirs, {});
      else setClash({ theirs, who: conflict.changedBy?.name ?? t`Iemand anders`, at: conflict.changedAt ?? '' });
      return;
    }
    setProblems(outcome.payload.problems);
    const saved = outcome.payload.table;
    if (outcome.kind !== 'done' || !saved) return;
    put(workOn(saved));
    const undone = { mine: given.base, base: draftOf(saved), version: saved.rhythm.version };
    toast({ text: t`Ritme bewaard`, onUndo: () => undo(undone) });
  }

  async function undo({ mine: before, base: after, version }: Work): Promise<void> {
    const input = { tableId: table.id, expectedVersion: version, ...inputOf(before, differing(before, after)) };
    const outcome = await command.run({ input });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done' && outcome.payload.table) put(workOn(outcome.payload.table));
  }

  /** Sends again, over what the colleague made of it. */
  async function over(
    given: Work,
    theirs: TableWithRhythm,
    choices: Readonly<Record<string, 'mine' | 'theirs'>>,
  ): Promise<void> {
    const next = {
      mine: merged(given.mine, given.base, draftOf(theirs), choices),
      base: draftOf(theirs),
      version: theirs.rhythm.version,
    };
    put(next);
    if (differing(next.mine, next.base).length > 0) await send(next);
  }

  const save = (): void => {
    if (changes.length > 0 && check() && !command.busy) void send(work);
  };
  useShortcut({ keys: 'Ctrl+Enter', label: t`Bewaar`, group: t`Formulier`, inFields: true, onPress: save });

  return (
    <Stack gap="2xl">
      {summary.length > 0 && <ErrorSummary title={t`Nog niet bewaard`} errors={summary} />}
      <RhythmFields
        draft={mine}
        error={error}
        onChange={(change) => {
          reset();
          put({ ...work, mine: { ...mine, ...change } });
        }}
      />
      <Row wide>
        <Button
          variant="primary"
          shortcut="Ctrl Enter"
          busy={command.busy}
          onPress={save}
          {...(changes.length === 0 && { disabledReason: t`Er is niets veranderd.` })}
        >
          <Trans>Bewaar het ritme</Trans>
        </Button>
        {changes.length > 0 && (
          <Button variant="quiet" onPress={() => put(workOn(table))}>
            <Trans>Gooi mijn wijzigingen weg</Trans>
          </Button>
        )}
      </Row>
      {clash && (
        <ConflictDialog
          isOpen
          who={clash.who}
          at={clash.at}
          subject={t`het ritme`}
          mineLabel={t`Jouw keuze`}
          fields={clashing(mine, base, draftOf(clash.theirs)).map((field) => ({
            id: field,
            label: label(field),
            mine: words(mine, field),
            theirs: words(draftOf(clash.theirs), field),
          }))}
          onClose={() => setClash(null)}
          onSave={(choices) => {
            setClash(null);
            void over(work, clash.theirs, choices);
          }}
        />
      )}
    </Stack>
  );
}
