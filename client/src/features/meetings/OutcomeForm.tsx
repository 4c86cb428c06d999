import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { readKept, useKept } from '../../lib/kept.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Row.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import type { AgendaItem } from './agenda-documents.ts';
import type { AgendaEditing } from './use-agenda.ts';

interface OutcomeFormProps {
  item: AgendaItem;
  editing: AgendaEditing;
  /** What is typed and not saved is kept on this device for this person. */
  viewerId: string;
}

/** What was agreed on an item, written down at the table. Another's words come in as long as one types nothing oneself. */
export function OutcomeForm({ item, editing, viewerId }: OutcomeFormProps): ReactElement {
  const { t } = useLingui();
  const key = `draft:outcome:${viewerId}:${item.id}`;
  const [base, setBase] = useState(item);
  const [text, setText] = useState(() => readKept<string>(key) ?? item.outcome);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const touched = text.trim() !== base.outcome;
  const { forget } = useKept(key, touched ? text : null);
  if (!touched && item.outcome !== base.outcome) {
    setBase(item);
    setText(item.outcome);
  }
  const error = problemAt(problems, 'outcome') ?? problems[0]?.message;

  async function save(): Promise<void> {
    if (!touched || editing.busy) return;
    const outcome = text.trim();
    const sent = await editing.record(base, outcome);
    setProblems(sent.kind === 'problems' ? sent.problems : []);
    if (sent.kind !== 'done' && sent.kind !== 'dropped') return;
    forget();
    const now = sent.kind === 'done' ? { ...base, outcome } : item;
    setBase(now);
    setText(now.outcome);
  }
  useShortcut({
    keys: 'Ctrl+Enter',
    label: t`Leg vast wat is afgesproken`,
    group: t`Vergadering`,
    inFields: true,
    when: touched,
    onPress: () => void save(),
  });

  return (
    <Section
      title={t`Wat is afgesproken`}
      actions={
        (touched || base.outcome) && (
          <SaveState state={editing.busy && touched ? 'saving' : touched ? 'unsaved' : 'saved'} />
        )
      }
    >
      <Stack gap="md">
        <TextArea
          label={t`Afspraak of besluit`}
          hideLabel
          hint={t`Feiten en besluiten, in een paar zinnen. Alle deelnemers lezen het meteen mee.`}
          required={false}
          rows={4}
          value={text}
          onChange={(next) => {
            setText(next);
            setProblems([]);
          }}
          {...(error && { error })}
        />
        <Row>
          <Button
            busy={editing.busy}
            shortcut="Ctrl Enter"
            onPress={() => void save()}
            {...(!touched && {
              disabledReason: base.outcome ? t`Dit is vastgelegd.` : t`Schrijf eerst wat is afgesproken.`,
            })}
          >
            <Trans>Leg vast</Trans>
          </Button>
          {item.proposedDecision && text.trim() === '' && (
            <Button variant="quiet" onPress={() => setText(item.proposedDecision)}>
              <Trans>Neem het voorgestelde besluit over</Trans>
            </Button>
          )}
        </Row>
      </Stack>
    </Section>
  );
}
