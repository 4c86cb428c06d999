import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isDecision } from '@versnellingstafel/shared/meetings/outcomes';
import { useState, type ReactElement } from 'react';
import type { Confidentiality, OutcomeKind } from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { LateLessonDialog } from '../../bottlenecks/case-notes/late-lesson.tsx';
import { useToDraft } from '../../bottlenecks/case-notes/use-to-draft.ts';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { draftNoteFromOutcomeMutation } from './outcome-note-documents.ts';

interface NoteOfOutcomeProps {
  outcome: {
    id: string;
    version: number;
    kind: OutcomeKind;
    number: string | null;
    note: { slug: string; title: string } | null;
    cases: readonly { id: string; number: string; title: string; confidentiality: Confidentiality }[];
    viewerCan: readonly { verb: string; allowed: boolean }[];
  };
}

/** What a decision about a case left for the next one: its note, or the way to make one for who may. */
export function NoteOfOutcome({ outcome }: NoteOfOutcomeProps): ReactElement | null {
  const { t } = useLingui();
  const toast = useToast();
  const toDraft = useToDraft();
  const command = useCommand(draftNoteFromOutcomeMutation);
  const [asking, setAsking] = useState(false);
  const { id, version, kind, number, note, cases, viewerCan } = outcome;
  if (!isDecision(kind)) return null;
  if (note)
    return (
      <p className="small">
        <Link to="/kennis/$slug" params={{ slug: note.slug }}>
          <Trans>Notitie: {note.title}</Trans>
        </Link>
      </p>
    );
  const may = viewerCan.some(({ verb, allowed }) => verb === 'DRAFT_NOTE' && allowed);
  if (!may || cases.length === 0) return null;
  const name = number ?? t`Besluit`;

  async function send(lesson: string, bottleneckId: string): Promise<readonly Problem[] | null> {
    const sent = await command.run({ input: { outcomeId: id, expectedVersion: version, lesson, bottleneckId } });
    if (sent.kind === 'failed') return null;
    if (sent.kind === 'problems') return sent.problems;
    toast({ text: t`${name}: conceptnotitie gemaakt`, ...toDraft(sent.payload.outcome?.note) });
    return [];
  }

  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        <Trans>Maak er een notitie van</Trans> <span className="vh">{name}</span>
      </Button>
      {asking && (
        <LateLessonDialog
          title={t`${name}: maak er een notitie van`}
          aboutId={id}
          cases={cases}
          busy={command.busy}
          onSend={send}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
