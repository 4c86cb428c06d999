import { useLingui } from '@lingui/react/macro';
import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { legalEventLimits, type ReviewVerdict } from '@versnellingstafel/shared/knowledge/legal-events';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { useState, type ReactElement } from 'react';
import { today } from '../../../lib/dates.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { NotePicker } from '../NotePicker.tsx';
import { NoteProblems } from '../NoteProblems.tsx';
import { settleMutation, type TouchedNote } from './legal-event-documents.ts';

interface JudgeDialogProps {
  legalEventId: string;
  note: TouchedNote['note'];
  verdict: ReviewVerdict;
  onClose: () => void;
}

/** One verdict on one note: until when it holds, what it says now, or that it is out of use. */
export function JudgeDialog({ legalEventId, note, verdict, onClose }: JudgeDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(settleMutation);
  const [base] = useState(note);
  const [reviewBy, setReviewBy] = useState<string | null>(addDays(today(), 365));
  const [summary, setSummary] = useState(base.summary);
  const [caveat, setCaveat] = useState(base.caveat);
  const [remark, setRemark] = useState('');
  const [successor, setSuccessor] = useState<{ id: string; title: string } | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const adapts = verdict === 'ADAPT';
  const unchanged = adapts && summary.trim() === base.summary && caveat.trim() === base.caveat;
  const [told, setTold] = useState(false);
  const words = {
    CONFIRM: { title: t`Klopt deze notitie nog?`, verb: t`Bevestig`, done: t`Bevestigd: ${base.title}` },
    ADAPT: {
      title: t`Wat moet er anders?`,
      verb: t`Pas aan`,
      done: t`Aangepast, wacht op een validator: ${base.title}`,
    },
    ARCHIVE: { title: t`Deze notitie archiveren?`, verb: t`Archiveer`, done: t`Gearchiveerd: ${base.title}` },
  }[verdict];
  const summaryError =
    problemAt(problems, 'summary') ?? (told && unchanged ? t`Verander de tekst, of bevestig de notitie.` : undefined);
  const caveatError = problemAt(problems, 'caveat');
  const reviewError = problemAt(problems, 'reviewBy');
  const remarkError = problemAt(problems, 'remark');
  const successorError = problemAt(problems, 'supersededBy');

  async function judge(): Promise<void> {
    setTold(true);
    if (unchanged) return;
    const outcome = await command.run({
      input: {
        legalEventId,
        noteId: base.id,
        expectedVersion: base.version,
        verdict,
        remark: remark.trim(),
        ...(verdict === 'CONFIRM' && reviewBy && { reviewBy }),
        ...(verdict === 'ARCHIVE' && successor && { supersededBy: successor.id }),
        ...(adapts && { summary: summary.trim(), caveat: caveat.trim() }),
      },
    });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    toast({ text: words.done });
    onClose();
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      alert={verdict === 'ARCHIVE'}
      onClose={onClose}
      confirm={{ label: words.verb, onPress: () => void judge(), busy: command.busy, danger: verdict === 'ARCHIVE' }}
    >
      <Stack>
        <p className="strong">{base.title}</p>
        <NoteProblems problems={problems} shownAt={['summary', 'caveat', 'reviewBy', 'remark', 'supersededBy']} />
        {verdict === 'CONFIRM' && (
          <DatePicker
            label={t`Herzien vóór`}
            min={today()}
            value={reviewBy}
            onChange={setReviewBy}
            {...(reviewError && { error: reviewError })}
          />
        )}
        {adapts && (
          <>
            <TextArea
              label={t`Samenvatting`}
              rows={5}
              maxLength={noteLimits.summaryMax}
              value={summary}
              onChange={setSummary}
              {...(summaryError && { error: summaryError })}
            />
            <TextArea
              label={t`Waar moet je op letten?`}
              required={false}
              rows={3}
              maxLength={noteLimits.textMax}
              value={caveat}
              onChange={setCaveat}
              {...(caveatError && { error: caveatError })}
            />
          </>
        )}
        {verdict === 'ARCHIVE' && (
          <NotePicker
            label={t`Welke notitie vervangt haar?`}
            required={false}
            exceptId={base.id}
            value={successor}
            onChange={setSuccessor}
            {...(successorError && { error: successorError })}
          />
        )}
        <TextArea
          label={t`Toelichting`}
          required={false}
          rows={2}
          maxLength={legalEventLimits.remarkMax}
          value={remark}
          onChange={setRemark}
          {...(remarkError && { error: remarkError })}
        />
      </Stack>
    </Dialog>
  );
}
