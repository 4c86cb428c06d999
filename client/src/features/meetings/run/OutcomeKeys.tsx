import { useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { useToast } from '../../../ui/Toast.tsx';
import { ActionEntry } from './ActionEntry.tsx';
import { DecisionEntry } from './DecisionEntry.tsx';
import { NoteEntry } from './NoteEntry.tsx';
import type { OutcomeItem } from './outcome-item.ts';
import { OutcomeKey } from './OutcomeKey.tsx';
import { useOutcomes, type NewOutcome } from './use-outcomes.ts';

interface OutcomeKeysProps {
  item: OutcomeItem;
  viewerId: string;
  /** When the table meets again (ISO day), for a promise. */
  nextMeetingOn: string | null;
  /** What the key K opens: the cases of the item with the steps that can be taken. */
  cases: (onDone: () => void) => ReactNode;
}

type Panel = 'W' | 'A' | 'K' | 'N';

/** One key for each outcome. The letters work only with the focus inside this block, and can be switched off like all others. */
export function OutcomeKeys({ item, viewerId, nextMeetingOn, cases }: OutcomeKeysProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const outcomes = useOutcomes(item.id);
  const [listening, setListening] = useState(false);
  const [open, setOpen] = useState<Panel | null>(null);
  const blockId = useId();
  const decided = item.outcomes.some(({ kind }) => kind === 'DECISION' || kind === 'AMENDED_DECISION');
  const proposed = item.proposedDecision !== '';
  const already = decided ? t`er ligt al een besluit` : undefined;

  const toggle = (panel: Panel): void => setOpen((before) => (before === panel ? null : panel));
  /** Closes what is open; the focus goes back to its key, where the next letter works. */
  function close(): void {
    const letter = open;
    setOpen(null);
    if (letter) document.getElementById(`${blockId}${letter}`)?.focus();
  }
  async function record(outcome: NewOutcome, done: string): Promise<void> {
    const problems = await outcomes.add(outcome, done);
    if (problems && problems.length > 0) toast({ kind: 'error', text: problems[0]?.message ?? t`Dat lukte niet.` });
  }
  useShortcut({
    keys: 'Escape',
    label: t`Sluit wat open is`,
    inFields: true,
    when: listening && open !== null,
    onPress: close,
  });
  const key = { blockId, listening };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It only hears where the focus is; what is pressed are the buttons in it.
    <div
      className="outcome-block"
      role="group"
      aria-label={t`Leg een uitkomst vast. De letters werken als dit vlak de focus heeft.`}
      onFocus={() => setListening(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setListening(false);
      }}
    >
      <div className="keys-grid">
        <OutcomeKey
          {...key}
          letter="B"
          busy={outcomes.busy}
          main
          label={t`Besluit aangenomen`}
          note={t`zoals voorgesteld`}
          disabledReason={already ?? (proposed ? undefined : t`er is niets voorgesteld, gebruik W`)}
          onPress={() => void record({ kind: 'DECISION' }, t`Besluit aangenomen`)}
        />
        <OutcomeKey
          {...key}
          letter="W"
          label={proposed ? t`Gewijzigd aannemen` : t`Besluit opschrijven`}
          note={proposed ? t`pas de tekst aan` : t`in een of twee zinnen`}
          expanded={open === 'W'}
          disabledReason={already}
          onPress={() => toggle('W')}
        />
        <OutcomeKey
          {...key}
          letter="A"
          label={t`Actie`}
          note={t`wie, wat, wanneer`}
          expanded={open === 'A'}
          onPress={() => toggle('A')}
        />
        <OutcomeKey
          {...key}
          letter="I"
          busy={outcomes.busy}
          label={t`Ter kennis`}
          note={t`geen besluit`}
          disabledReason={item.outcomes.some(({ kind }) => kind === 'INFORMED') ? t`al vastgelegd` : undefined}
          onPress={() => void record({ kind: 'INFORMED' }, t`Ter kennis genomen`)}
        />
        <OutcomeKey
          {...key}
          letter="K"
          label={t`Knelpunt bijwerken`}
          note={t`los op, escaleer, houd aan`}
          expanded={open === 'K'}
          onPress={() => toggle('K')}
        />
        <OutcomeKey
          {...key}
          letter="N"
          label={t`Notitie`}
          note={t`nieuw of koppel`}
          expanded={open === 'N'}
          onPress={() => toggle('N')}
        />
      </div>
      {open === 'W' && (
        <DecisionEntry item={item} viewerId={viewerId} outcomes={outcomes} onClose={close} proposed={proposed} />
      )}
      {open === 'A' && (
        <ActionEntry
          item={item}
          viewerId={viewerId}
          nextMeetingOn={nextMeetingOn}
          outcomes={outcomes}
          onClose={close}
        />
      )}
      {open === 'K' && cases(close)}
      {open === 'N' && <NoteEntry outcomes={outcomes} onClose={close} />}
    </div>
  );
}
