import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useFormat } from '../lib/format.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { wordDifferences, type Run } from './word-differences.ts';

/** Whose version of a field stays. */
export type ConflictChoice = 'mine' | 'theirs';

interface ConflictField {
  id: string;
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictDialogProps {
  isOpen: boolean;
  /** Who was faster: “De secretaris”. */
  who: string;
  /** When, ISO moment. */
  at: string;
  /** What was changed, as a link or a number. */
  subject: ReactNode;
  fields: readonly ConflictField[];
  /** What one's own side is called, where it is no text. */
  mineLabel?: string;
  cancelLabel?: string;
  /** One save, with a choice for every field. */
  onSave: (choice: Record<string, ConflictChoice>) => void;
  onClose: () => void;
}

function Marked({ runs }: { runs: readonly Run[] }): ReactElement {
  return (
    <span className="said-text">
      {runs.map(({ text, differs }, index) =>
        // Runs are a fixed cut of one text: the place is their identity.
        differs ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>,
      )}
    </span>
  );
}

/** Somebody was faster: both versions of each field side by side, differences marked, one's own chosen until one says otherwise. Nothing is lost. */
export function ConflictDialog({
  isOpen,
  who,
  at,
  subject,
  fields,
  mineLabel,
  cancelLabel,
  onSave,
  onClose,
}: ConflictDialogProps): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const name = useId();
  const [chosen, setChosen] = useState<Record<string, ConflictChoice>>({});
  const all = (choice: ConflictChoice): Record<string, ConflictChoice> =>
    Object.fromEntries(fields.map(({ id }) => [id, choice]));
  return (
    <Dialog
      title={t`Iemand was sneller`}
      isOpen={isOpen}
      onClose={onClose}
      wide
      confirm={{ label: t`Bewaar deze keuze`, onPress: () => onSave({ ...all('mine'), ...chosen }) }}
      cancelLabel={cancelLabel ?? t`Terug naar mijn tekst`}
    >
      <p>
        <Trans>
          {who} wijzigde {subject} om {time(at)}, terwijl jij typte. Kies per veld.
        </Trans>
      </p>
      <div className="conflict">
        {fields.map(({ id, label, mine, theirs }) => {
          const { left, right } = wordDifferences(mine, theirs);
          const sides = [
            { choice: 'mine', title: mineLabel ?? t`Jouw tekst`, runs: left },
            { choice: 'theirs', title: t`${who}, ${time(at)}`, runs: right },
          ] as const;
          return (
            <fieldset key={id}>
              <legend>{label}</legend>
              <div className="versus">
                {sides.map(({ choice, title, runs }) => (
                  <label className="choice" key={choice}>
                    <span className="check">
                      <input
                        type="radio"
                        name={`${name}${id}`}
                        checked={(chosen[id] ?? 'mine') === choice}
                        onChange={() => setChosen({ ...chosen, [id]: choice })}
                      />
                    </span>
                    <span>
                      <b className="strong">{title}</b>
                      {runs.length > 0 && runs[0]?.text ? (
                        <Marked runs={runs} />
                      ) : (
                        <span className="said-text sub">
                          <Trans>Leeg</Trans>
                        </span>
                      )}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
      <p>
        <Button variant="quiet" onPress={() => setChosen(all('theirs'))}>
          <Trans>Neem alles van de ander over</Trans>
        </Button>
      </p>
    </Dialog>
  );
}
