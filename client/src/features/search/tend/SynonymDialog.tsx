import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { addSynonymsMutation, editSynonymsMutation, type SynonymRow } from './tend-documents.ts';

interface SynonymDialogProps {
  /** The group to change; without one a new one is made. */
  group?: SynonymRow;
  /** A word that people use, to begin with. */
  word?: string;
  themes: readonly { code: string; name: string }[];
  onClose: () => void;
  onDone: () => void;
}

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const noTheme = '';

/** Says which words mean the same. Questions are read so at once. */
export function SynonymDialog({ group, word, themes, onClose, onDone }: SynonymDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const add = useCommand(addSynonymsMutation);
  const edit = useCommand(editSynonymsMutation);
  const [terms, setTerms] = useState(group?.terms.join('\n') ?? '');
  const [oneWay, setOneWay] = useState(group?.oneWay.join('\n') ?? word ?? '');
  const [themeCode, setThemeCode] = useState(group?.theme?.code ?? noTheme);
  const [validFrom, setValidFrom] = useState<string | null>(group?.validFrom ?? null);
  const [validUntil, setValidUntil] = useState<string | null>(group?.validUntil ?? null);
  const [remark, setRemark] = useState(group?.remark ?? '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const below = (field: string) =>
    problemAt(problems, field) ?? problems.find(({ path }) => path.includes(field))?.message;
  const errorOf = (field: string) => {
    const message = below(field);
    return message ? { error: message } : {};
  };
  const elsewhere = problems.filter(
    ({ path }) =>
      !['terms', 'oneWay', 'themeCode', 'validFrom', 'validUntil', 'remark'].some((field) => path.includes(field)),
  );

  async function save(): Promise<void> {
    const text = {
      terms: linesOf(terms),
      oneWay: linesOf(oneWay),
      themeCode: themeCode === noTheme ? null : themeCode,
      validFrom,
      validUntil,
      remark: remark.trim(),
    };
    const outcome = group
      ? await edit.run({ input: { ...text, synonymGroupId: group.id, expectedVersion: group.version } })
      : await add.run({ input: text });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    toast({ text: t`Bewaard. Zoeken leest de woorden nu zo.` });
    onDone();
    onClose();
  }

  return (
    <Dialog
      title={group ? t`Synoniemen wijzigen` : t`Welke woorden betekenen hetzelfde?`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy: add.busy || edit.busy }}
    >
      <Stack>
        {elsewhere.map(({ message }) => (
          <p key={message} className="error" role="alert">
            {message}
          </p>
        ))}
        <TextArea
          label={t`Woorden die elkaar vinden`}
          hint={t`Eén per regel, bijvoorbeeld netcongestie en vol stroomnet. Het eerste is de naam.`}
          rows={3}
          value={terms}
          onChange={setTerms}
          {...errorOf('terms')}
        />
        <TextArea
          label={t`Woorden die hen vinden, maar niet andersom`}
          hint={t`Eén per regel. Voor ruimere of oude woorden, een leverancier of een bijnaam.`}
          required={false}
          rows={2}
          value={oneWay}
          onChange={setOneWay}
          {...errorOf('oneWay')}
        />
        <Select
          label={t`Thema`}
          required={false}
          value={themeCode}
          options={[
            { id: noTheme, label: t`Geen thema` },
            ...themes.map(({ code, name }) => ({ id: code, label: name })),
          ]}
          onChange={setThemeCode}
          {...errorOf('themeCode')}
        />
        <DatePicker
          label={t`Geldt vanaf`}
          required={false}
          hint={t`Leeg is altijd.`}
          value={validFrom}
          onChange={setValidFrom}
          {...errorOf('validFrom')}
        />
        <DatePicker
          label={t`Geldt tot en met`}
          required={false}
          hint={t`Leeg is tot iemand het weghaalt.`}
          value={validUntil}
          onChange={setValidUntil}
          {...errorOf('validUntil')}
        />
        <TextField label={t`Waarom`} required={false} value={remark} onChange={setRemark} {...errorOf('remark')} />
        <p className="sub small">
          <Trans>Er wordt niets opnieuw geïndexeerd: het werkt bij de volgende zoekvraag.</Trans>
        </p>
      </Stack>
    </Dialog>
  );
}
