import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { draftNoteMutation } from '../../../features/bottlenecks/case-notes/case-note-documents.ts';
import { LateLessonDialog } from '../../../features/bottlenecks/case-notes/late-lesson.tsx';
import { useToDraft } from '../../../features/bottlenecks/case-notes/use-to-draft.ts';
import type { Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import type { CaseNotes_BottleneckFragment } from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/Toast.tsx';

/** What a case left for the next one: the note that came of it, or, once it is resolved, the way to make one. */
export function NoteOfCase({ bottleneck }: { bottleneck: CaseNotes_BottleneckFragment }): ReactElement | null {
  const { t } = useLingui();
  const toast = useToast();
  const toDraft = useToDraft();
  const command = useCommand(draftNoteMutation);
  const [asking, setAsking] = useState(false);
  const { id, number, state, applications, draftedNotes, viewerCan } = bottleneck;
  // A note that is linked stands in the list already, with the word that it came from here.
  const apart = draftedNotes.filter((note) => !applications.some((application) => application.note.id === note.id));
  const inUse = draftedNotes.some(({ status }) => status !== 'ARCHIVED');
  const ability = viewerCan.find(({ verb }) => verb === 'DRAFT_NOTE');

  async function send(lesson: string): Promise<readonly Problem[] | null> {
    const outcome = await command.run({ input: { bottleneckId: id, lesson } }, { refetch: ['BottleneckPage'] });
    if (outcome.kind === 'failed') return null;
    if (outcome.kind === 'problems') return outcome.problems;
    toast({ text: t`${number}: conceptnotitie gemaakt`, ...toDraft(outcome.payload.draftedNote) });
    return [];
  }

  return (
    <>
      {apart.map((note) => (
        <p key={note.id}>
          <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug: note.slug }}>
            {note.title}
          </Link>{' '}
          <span className="small sub">
            <Trans>uit dit knelpunt gemaakt</Trans>
          </span>
        </p>
      ))}
      {state === 'RESOLVED' && !inUse && (
        <div>
          <Button
            onPress={() => setAsking(true)}
            {...(!ability?.allowed && { disabledReason: ability?.reason ?? t`Dat kan iemand anders.` })}
          >
            <Trans>Maak er een notitie van</Trans>
          </Button>
        </div>
      )}
      {asking && (
        <LateLessonDialog
          title={t`${number}: maak er een notitie van`}
          aboutId={id}
          cases={[bottleneck]}
          busy={command.busy}
          onSend={send}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
