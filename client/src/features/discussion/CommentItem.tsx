import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { useToast } from '../../ui/Toast.tsx';
import type { Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { CommentField } from './CommentField.tsx';
import {
  type Comment,
  editCommentMutation,
  removeCommentMutation,
  restoreCommentMutation,
} from './discussion-documents.ts';
import { useMentions } from './use-mentions.ts';

/** The text with the names in it set apart. */
function withNames(text: string, names: readonly string[]): ReactNode[] {
  const known = names.map((name) => `@${name}`);
  if (known.length === 0) return [text];
  const pattern = new RegExp(
    `(${known.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`,
  );
  return text.split(pattern).map((part, index) =>
    // The parts of a text stand where they stand.
    known.includes(part) ? <b key={index}>{part}</b> : part,
  );
}

function EditComment({ comment, onClose }: { comment: Comment; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const edit = useCommand(editCommentMutation);
  const content = useMentions(`comment ${comment.id}`, { text: comment.text, named: comment.mentions });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  async function save(): Promise<void> {
    const { id: commentId, version: expectedVersion } = comment;
    const input = { commentId, expectedVersion, text: content.text.trim(), mentionIds: content.mentionIds() };
    const outcome = await edit.run({ input });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    content.sent();
    onClose();
  }
  return (
    <CommentField
      label={t`Je reactie`}
      hideLabel
      content={content}
      problems={problems}
      send={{ label: t`Bewaar`, onPress: () => void save(), busy: edit.busy }}
      onCancel={() => {
        content.sent();
        onClose();
      }}
    />
  );
}

/** Something that was said: who, when, what; the author changes it, and it can be taken away with a way back. */
export function CommentItem({ comment, fresh }: { comment: Comment; fresh: boolean }): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const toast = useToast();
  const remove = useCommand(removeCommentMutation);
  const restore = useCommand(restoreCommentMutation);
  const [editing, setEditing] = useState(false);
  const { author, writtenAt, editedAt, removed, text, mentions } = comment;
  const may = (verb: string): boolean => comment.viewerCan.some((one) => one.verb === verb && one.allowed);

  async function putBack({ id, version }: { id: string; version: number }): Promise<void> {
    const outcome = await restore.run({ input: { commentId: id, expectedVersion: version } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
  }
  async function takeAway(): Promise<void> {
    const outcome = await remove.run({ input: { commentId: comment.id, expectedVersion: comment.version } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    const gone = outcome.kind === 'done' ? outcome.payload.comment : null;
    if (gone) toast({ text: t`Reactie weggehaald`, onUndo: () => putBack(gone) });
  }
  const entries: MenuEntry[] = [
    ...(may('EDIT') ? [{ id: 'edit', label: t`Bewerk`, onSelect: () => setEditing(true) }] : []),
    ...(may('REMOVE') ? [{ id: 'remove', label: t`Haal weg`, onSelect: () => void takeAway() }] : []),
  ];
  return (
    <li className="beside" data-new={fresh || undefined}>
      <div className="stack stack-xs">
        <p className="meta">
          <span className="strong">{author.name}</span>
          <time dateTime={writtenAt}>{moment(writtenAt)}</time>
          {editedAt && !removed && <span>{t`bewerkt`}</span>}
        </p>
        {removed ? (
          <p className="sub row">
            <span>
              <Trans>Deze reactie is weggehaald.</Trans>
            </span>
            {may('RESTORE') && (
              <Button variant="quiet" busy={restore.busy} onPress={() => void putBack(comment)}>
                <Trans>Zet terug</Trans>
              </Button>
            )}
          </p>
        ) : editing ? (
          <EditComment comment={comment} onClose={() => setEditing(false)} />
        ) : (
          <p className="said-text prose">
            {withNames(
              text,
              mentions.map(({ name }) => name),
            )}
          </p>
        )}
      </div>
      {entries.length > 0 && !removed && !editing && (
        <Menu
          label={t`Meer met deze reactie`}
          trigger={<IconButton label={t`Meer met de reactie van ${author.name}`} icon={<MoreIcon />} />}
          entries={entries}
        />
      )}
    </li>
  );
}
