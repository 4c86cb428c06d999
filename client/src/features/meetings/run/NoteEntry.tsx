import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Row } from '../../../ui/Row.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { NotePicker } from '../../knowledge/NotePicker.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import type { Outcomes } from './use-outcomes.ts';

/** Links what the table learned: a note that is there, or one that is written in a tab of its own. */
export function NoteEntry({ outcomes, onClose }: { outcomes: Outcomes; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const form = useFirstFocus<HTMLFormElement>();
  const [note, setNote] = useState<{ id: string; title: string } | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, 'noteId') ?? problems[0]?.message;

  async function link(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!note || outcomes.busy) return;
    const sent = await outcomes.add({ kind: 'NOTE', noteId: note.id }, t`Notitie gekoppeld`);
    if (sent === null) return;
    setProblems(sent);
    if (sent.length === 0) onClose();
  }

  return (
    <form className="stack stack-md" ref={form} noValidate onSubmit={(event) => void link(event)}>
      <NotePicker value={note} onChange={setNote} {...(error && { error })} />
      <Row>
        <Button type="submit" busy={outcomes.busy} {...(!note && { disabledReason: t`Kies eerst een notitie.` })}>
          <Trans>Koppel de notitie</Trans>
        </Button>
        <Link to="/kennis/nieuw" target="_blank">
          <Trans>Schrijf een nieuwe (nieuw tabblad)</Trans>
        </Link>
        <Button variant="quiet" shortcut="Esc" onPress={onClose}>
          <Trans>Sluit</Trans>
        </Button>
      </Row>
    </form>
  );
}
