import { Trans, useLingui } from '@lingui/react/macro';
import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { useState, type ReactElement } from 'react';
import { today } from '../../lib/dates.ts';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { validateNoteMutation, type EditableNote } from './note-documents.ts';
import { NoteProblems } from './NoteProblems.tsx';

/** Law ages fast: a year is the longest that a validator is offered by default. */
const reviewAfterDays = 365;

/** Vouches for a note as it reads now, until a day on which somebody must look again. */
export function ValidateDialog({ note, onClose }: { note: EditableNote; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(validateNoteMutation);
  const [base] = useState(note);
  const [reviewBy, setReviewBy] = useState<string | null>(
    base.reviewBy > today() ? base.reviewBy : addDays(today(), reviewAfterDays),
  );
  const [validAsOf, setValidAsOf] = useState<string | null>(today());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const reviewError =
    problemAt(problems, 'reviewBy') ?? (reviewBy ? undefined : t`Kies de dag waarvóór iemand opnieuw kijkt.`);
  const validError = problemAt(problems, 'validAsOf');

  async function validate(): Promise<void> {
    if (!reviewBy) return;
    const outcome = await command.run({
      input: { noteId: base.id, expectedVersion: base.version, reviewBy, ...(validAsOf && { validAsOf }) },
    });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: t`Notitie gevalideerd` });
    onClose();
  }

  return (
    <Dialog
      title={t`Klopt deze notitie vandaag?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Valideer`, onPress: () => void validate(), busy: command.busy }}
    >
      <Stack>
        <NoteProblems problems={problems} shownAt={['reviewBy', 'validAsOf']} />
        <p className="sub">
          <Trans>Je naam komt erbij te staan. Lezers zien dat ze hierop kunnen bouwen tot de dag die je kiest.</Trans>
        </p>
        <DatePicker
          label={t`Gecontroleerd op`}
          required={false}
          max={today()}
          value={validAsOf}
          onChange={setValidAsOf}
          {...(validError && { error: validError })}
        />
        <DatePicker
          label={t`Herzien vóór`}
          min={today()}
          value={reviewBy}
          onChange={setReviewBy}
          {...(reviewError && { error: reviewError })}
        />
      </Stack>
    </Dialog>
  );
}
