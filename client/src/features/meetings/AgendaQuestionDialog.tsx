import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import type { AgendaQuestion } from './use-agenda-queue.ts';

/** A colleague changed the same on this agenda: both versions beside each other, and either can stay. */
export function AgendaQuestionDialog({ question }: { question: AgendaQuestion | null }): ReactElement | null {
  const { t } = useLingui();
  if (!question) return null;
  const { who, at, fields, answer } = question;
  return (
    <ConflictDialog
      isOpen
      who={who ?? t`Iemand anders`}
      at={at}
      subject={<Trans>de agenda</Trans>}
      mineLabel={t`Jouw versie`}
      cancelLabel={t`Laat die van de ander staan`}
      fields={fields}
      onSave={answer}
      onClose={() => answer(null)}
    />
  );
}
