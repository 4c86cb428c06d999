import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { sentOf, type Sent } from '../agenda-change.ts';
import type { AgendaEditing } from '../use-agenda.ts';
import {
  applyAgendaTemplateMutation,
  removeAgendaTemplateMutation,
  type AgendaTemplate,
} from './template-documents.ts';

interface TemplatesDialogProps {
  templates: readonly AgendaTemplate[];
  editing: AgendaEditing;
  onClose: () => void;
}

/** The table's templates: begin this agenda with one, or take one away. */
export function TemplatesDialog({ templates, editing, onClose }: TemplatesDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const applying = useCommand(applyAgendaTemplateMutation);
  const removing = useCommand(removeAgendaTemplateMutation);
  const { id: meetingId, items } = editing.agenda;

  async function apply({ id: templateId, name }: AgendaTemplate): Promise<void> {
    const send = async (expectedVersion: number): Promise<Sent> =>
      sentOf(await applying.run({ input: { meetingId, expectedVersion, templateId } }));
    // An agenda that a colleague began meanwhile is looked at first.
    const sent = await editing.run({
      send,
      overlap: () => [],
      again: (theirs) => (theirs.items.length === 0 ? send : null),
    });
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
    if (sent.kind !== 'done' && sent.kind !== 'dropped') return;
    if (sent.kind === 'done') toast({ text: t`De agenda begint met ${name}` });
    onClose();
  }

  async function remove({ id: templateId, name }: AgendaTemplate): Promise<void> {
    const outcome = await removing.run({ input: { templateId } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done') toast({ text: t`Sjabloon ${name} is weg` });
  }

  const inWords = ({ items: parts }: AgendaTemplate): string => {
    const minutes = parts.reduce((total, part) => total + part.minutes, 0);
    return t`${plural(parts.length, { one: '# punt', other: '# punten' })}, ${minutes} min: ${parts.map(({ title }) => title).join(', ')}`;
  };

  return (
    <Dialog title={t`Met welk sjabloon begin je?`} isOpen onClose={onClose} wide>
      {templates.length === 0 && (
        <p>
          <Trans>Deze tafel heeft nog geen sjabloon. Bewaar een agenda als sjabloon, dan staat hij hier.</Trans>
        </p>
      )}
      <ul className="list">
        {templates.map((template) => (
          <li className="stack stack-xs" key={template.id}>
            <h3 className="strong">{template.name}</h3>
            <p className="sub small">{inWords(template)}</p>
            <div className="row">
              <Button
                busy={editing.busy}
                onPress={() => void apply(template)}
                {...(items.length > 0 && { disabledReason: t`Dat kan op een lege agenda.` })}
              >
                <Trans>Gebruik</Trans> <span className="vh">{template.name}</span>
              </Button>
              <Button variant="quiet" busy={removing.busy} onPress={() => void remove(template)}>
                <Trans>Verwijder</Trans> <span className="vh">{template.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
