import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { PenIcon } from '../../../ui/icons.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NoteOfOutcome } from '../outcome-note/NoteOfOutcome.tsx';
import { EditOutcomeDialog } from './EditOutcomeDialog.tsx';
import type { Outcome } from './outcome-documents.ts';
import { outcomeKinds, useOutcomeWords } from './outcome-words.ts';
import { useOutcomes } from './use-outcomes.ts';

interface OutcomeListProps {
  itemId: string;
  outcomes: readonly Outcome[];
  /** Does the viewer record them? The empty list then says how. */
  mayRecord: boolean;
  /** Why the viewer cannot record any themselves. */
  refused: string | undefined;
}

const may = ({ viewerCan }: Outcome, verb: string): boolean =>
  viewerCan.some((ability) => ability.verb === verb && ability.allowed);

/** What came of the item so far, each to be bettered or taken back. */
export function OutcomeList({ itemId, outcomes, mayRecord, refused }: OutcomeListProps): ReactElement {
  const { t, i18n } = useLingui();
  const words = useOutcomeWords();
  const changing = useOutcomes(itemId);
  const [edited, setEdited] = useState<Outcome | null>(null);
  return (
    <Section title={t`Vastgelegd bij dit punt`} aside={outcomes.length > 0 ? outcomes.length : undefined}>
      {outcomes.length === 0 && (
        <p className="sub">
          {mayRecord ? (
            <Trans>Nog niets. Leg het eerste vast met de toetsen bij het punt.</Trans>
          ) : (
            <Trans>Nog niets.</Trans>
          )}
        </p>
      )}
      {outcomes.length > 0 && (
        <ul className="list">
          {outcomes.map((outcome) => {
            const { what, about } = words(outcome);
            const { bottleneck, note, kind } = outcome;
            return (
              <li className="outcome" key={outcome.id}>
                <div>
                  <p>
                    <b className="strong">{i18n._(outcomeKinds[kind])}</b>{' '}
                    {kind === 'BOTTLENECK' && bottleneck && (
                      <Link className="quiet-link" to="/knelpunten/$number" params={{ number: bottleneck.number }}>
                        {what}
                      </Link>
                    )}
                    {kind === 'NOTE' && note && (
                      <Link className="quiet-link" to="/kennis/$slug" params={{ slug: note.slug }}>
                        {what}
                      </Link>
                    )}
                    {kind !== 'BOTTLENECK' && kind !== 'NOTE' && <span>{what}</span>}
                  </p>
                  {about && <p className="sub small">{about}</p>}
                  <NoteOfOutcome outcome={outcome} />
                </div>
                {may(outcome, 'EDIT') && (
                  <IconButton label={t`Wijzig ${what}`} icon={<PenIcon />} onPress={() => setEdited(outcome)} />
                )}
                {may(outcome, 'WITHDRAW') && (
                  <IconButton
                    label={t`Trek in: ${what}`}
                    icon={<CloseIcon />}
                    onPress={() => changing.withdraw(outcome)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {refused && (
        <p className="sub small">
          <Trans>Vastleggen? {refused}</Trans>
        </p>
      )}
      {edited && (
        <EditOutcomeDialog
          outcome={edited}
          busy={changing.busy}
          onSend={(text) => changing.edit(edited, text)}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
