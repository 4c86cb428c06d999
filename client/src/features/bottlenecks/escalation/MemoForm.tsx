import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { today } from '../../../lib/dates.ts';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { memoFields, memoWords, type MemoField, type MemoWords } from './memo-fields.ts';

interface MemoFormProps {
  words: MemoWords;
  onChange: (change: Partial<MemoWords>) => void;
  problems: readonly Problem[];
  hints?: Partial<Record<MemoField, string>>;
}

/** The memo of one page: five short texts, and the day before which it is needed. */
export function MemoForm({ words, onChange, problems, hints = {} }: MemoFormProps): ReactElement {
  const { t, i18n } = useLingui();
  const dateError = problemAt(problems, 'decisionBy');
  return (
    <>
      {memoFields.map((field) => {
        const { label, max, rows } = memoWords[field];
        const error = problemAt(problems, field);
        return (
          <TextArea
            key={field}
            label={i18n._(label)}
            required={field === 'question'}
            rows={rows}
            maxLength={max}
            value={words[field]}
            onChange={(text) => onChange({ [field]: text })}
            {...(hints[field] && { hint: hints[field] })}
            {...(error && { error })}
          />
        );
      })}
      <DatePicker
        label={t`Besluit nodig vóór`}
        required={false}
        min={today()}
        value={words.decisionBy || null}
        onChange={(day) => onChange({ decisionBy: day ?? '' })}
        {...(dateError && { error: dateError })}
      />
    </>
  );
}

export interface Shares {
  sharesDossier: boolean;
  sharesFiles: boolean;
}

interface ShareFieldsProps {
  to: string;
  shares: Shares;
  onChange: (shares: Shares) => void;
  problems: readonly Problem[];
}

/** What the receiving table reads beside the memo. */
export function ShareFields({ to, shares, onChange, problems }: ShareFieldsProps): ReactElement {
  const { t } = useLingui();
  const error = problemAt(problems, 'sharesDossier') ?? problemAt(problems, 'sharesFiles');
  return (
    <CheckboxGroup
      label={t`Wat leest ${to} mee?`}
      hint={t`Het memo altijd. Wat je niet aanzet blijft bij jouw tafel.`}
      value={[...(shares.sharesDossier ? ['dossier'] : []), ...(shares.sharesFiles ? ['files'] : [])]}
      options={[
        { id: 'dossier', label: t`De hele tekst van de zaak` },
        { id: 'files', label: t`Bestanden en links bij de zaak` },
      ]}
      onChange={(ids) => onChange({ sharesDossier: ids.includes('dossier'), sharesFiles: ids.includes('files') })}
      {...(error && { error })}
    />
  );
}

/** Fields that show their own sentence. */
export const memoPaths: readonly string[] = [...memoFields, 'decisionBy', 'sharesDossier', 'sharesFiles'];
