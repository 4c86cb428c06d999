import { Trans, useLingui } from '@lingui/react/macro';
import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { StepProblems } from '../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import type { MentionText } from './use-mentions.ts';

interface CommentFieldProps {
  label: string;
  hint?: string;
  /** The label is read but not shown. */
  hideLabel?: boolean;
  content: MentionText;
  problems: readonly Problem[];
  send: { label: string; onPress: () => void; busy: boolean };
  onCancel?: () => void;
}

/** Where a comment is written: plain text, people named with @, Ctrl Enter sends. */
export function CommentField({
  label,
  hint,
  hideLabel,
  content,
  problems,
  send,
  onCancel,
}: CommentFieldProps): ReactElement {
  const { t } = useLingui();
  const id = useId();
  const [naming, setNaming] = useState(false);
  const named = useRef(false);
  const [told, setTold] = useState(false);
  const empty = !content.text.trim();
  const error = problemAt(problems, 'text') ?? (told && empty ? t`Schrijf eerst iets.` : undefined);

  // The list goes in the same commit: no key that is pressed next falls beside the field.
  useLayoutEffect(() => {
    if (naming || !named.current) return;
    named.current = false;
    document.getElementById(id)?.focus();
  }, [naming, id]);

  function write(text: string): void {
    content.setText(text);
    if (text.length > content.text.length && /(^|\s)@$/.test(text)) setNaming(true);
  }
  function submit(): void {
    setTold(true);
    if (empty || send.busy) return;
    send.onPress();
    setTold(false);
  }
  function keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  }
  return (
    <Stack gap="md">
      <StepProblems problems={problems} shownAt={['text']} />
      <TextArea
        id={id}
        label={label}
        {...(hint && { hint })}
        {...(hideLabel && { hideLabel })}
        rows={3}
        maxLength={discussionLimits.textMax}
        value={content.text}
        onChange={write}
        onKeyDown={keyed}
        {...(error && { error })}
      />
      {naming && (
        <PersonPicker
          label={t`Wie noem je?`}
          hint={t`Wie je noemt krijgt bericht.`}
          autoFocus
          value={null}
          onChange={(person) => {
            if (!person) return;
            content.name({ id: person.id, name: person.name });
            named.current = true;
            setNaming(false);
          }}
        />
      )}
      <div className="row">
        <Button variant="primary" busy={send.busy} onPress={submit}>
          {send.label} <Kbd>Ctrl Enter</Kbd>
        </Button>
        {!naming && (
          <Button variant="quiet" onPress={() => setNaming(true)}>
            <Trans>Noem iemand</Trans> <Kbd>@</Kbd>
          </Button>
        )}
        {onCancel && (
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Laat zoals het was</Trans>
          </Button>
        )}
      </div>
    </Stack>
  );
}
