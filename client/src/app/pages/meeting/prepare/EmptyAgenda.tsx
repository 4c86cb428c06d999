import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { suggestionRoom } from '../../../../features/meetings/suggestions/suggestion-room.ts';
import { useSuggestions } from '../../../../features/meetings/suggestions/use-suggestions.ts';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { Button } from '../../../../ui/Button.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import type { MeetingInPreparation } from './preparation-query.ts';

interface EmptyAgendaProps {
  editing: AgendaEditing;
  mayEdit: boolean;
  prepared: MeetingInPreparation | undefined;
  onTemplates: () => void;
}

/** An agenda without items: for who prepares it one press makes the first draft of everything that fits, in its order. */
export function EmptyAgenda({ editing, mayEdit, prepared, onTemplates }: EmptyAgendaProps): ReactElement {
  const { t } = useLingui();
  const { accept } = useSuggestions(editing);
  if (!mayEdit)
    return (
      <EmptyState title={t`De agenda is nog leeg`}>
        <Trans>De secretaris zet de punten erop. Knelpunten kun je nu al indienen.</Trans>
      </EmptyState>
    );
  const { fitting, fittingMinutes } = suggestionRoom(editing.agenda, prepared?.suggestions ?? []);
  const templates = prepared && prepared.table.agendaTemplates.length > 0 && (
    <Button variant="quiet" onPress={onTemplates}>
      <Trans>Gebruik een sjabloon</Trans>
    </Button>
  );
  if (fitting.length === 0)
    return (
      <EmptyState title={t`De agenda is nog leeg`} action={templates || undefined}>
        <Trans>Begin met de opening, of zet er een knelpunt op dat op een plek wacht.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t`De eerste opzet ligt klaar`}
      action={
        <div className="row">
          <Button variant="primary" busy={editing.busy} onPress={() => void accept(fitting)}>
            <Trans>Maak de eerste opzet</Trans>
          </Button>
          {templates}
        </div>
      }
    >
      {t`${plural(fitting.length, { one: '# punt past', other: '# punten passen' })}, samen ${fittingMinutes} minuten. Elk zegt erbij waarom.`}
    </EmptyState>
  );
}
