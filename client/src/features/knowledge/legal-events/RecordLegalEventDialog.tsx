import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  legalEventKinds,
  legalEventLimits,
  type LegalEventKind,
} from '@versnellingstafel/shared/knowledge/legal-events';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { capital } from '../../../lib/capital.ts';
import { today } from '../../../lib/dates.ts';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { NoteProblems } from '../NoteProblems.tsx';
import { recordMutation, restingNotesQuery, withdrawMutation } from './legal-event-documents.ts';
import { kindWords } from './legal-event-words.ts';

const shownAt = ['title', 'summary', 'legalReferences', 'effectiveOn'];

/** Tells what changed in the law, and shows at once which notes rest on it. */
export function RecordLegalEventDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const command = useCommand(recordMutation);
  const withdraw = useCommand(withdrawMutation);
  const [kind, setKind] = useState<LegalEventKind>('RULING');
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [sources, setSources] = useState('');
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today());
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const references = sources.split('\n').flatMap((line) => line.trim() || []);
  const asked = useDeferredValue(references.join('\n'));
  const { data, previousData } = useQuery(restingNotesQuery, {
    variables: { references: asked.split('\n') },
    skip: asked === '',
  });
  const resting = asked === '' ? [] : ((data ?? previousData)?.notesRestingOn ?? []);
  const chosen = resting.filter(({ id }) => !dropped.includes(id));
  const titleError =
    problemAt(problems, 'title') ??
    (told && title.trim().length < legalEventLimits.titleMin ? t`Schrijf in één zin wat er verandert.` : undefined);
  const sourcesError =
    problems.find(({ path }) => path.includes('legalReferences'))?.message ??
    (told && references.length === 0 ? t`Schrijf minstens één bron, bijvoorbeeld een ECLI of een artikel.` : undefined);
  const dayError = problemAt(problems, 'effectiveOn') ?? (told && !effectiveOn ? t`Kies de dag.` : undefined);
  const summaryError = problemAt(problems, 'summary');

  async function takeBack(legalEventId: string): Promise<void> {
    const outcome = await withdraw.run({ input: { legalEventId } });
    if (outcome.kind === 'done') {
      toast({ text: t`Ingetrokken, de notities zijn zoals ze waren` });
      await navigate({ to: '/kennis/recht' });
    }
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  async function record(): Promise<void> {
    setTold(true);
    if (title.trim().length < legalEventLimits.titleMin || references.length === 0 || !effectiveOn) return;
    const outcome = await command.run({
      input: {
        kind,
        title: title.trim(),
        summary: summary.trim(),
        legalReferences: references,
        effectiveOn,
        noteIds: chosen.map(({ id }) => id),
      },
    });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done' || !outcome.payload.legalEvent) return;
    const { id } = outcome.payload.legalEvent;
    toast({
      text: t`${plural(chosen.length, { 0: 'Vastgelegd', one: 'Vastgelegd, # notitie wacht op een oordeel', other: 'Vastgelegd, # notities wachten op een oordeel' })}`,
      onUndo: () => takeBack(id),
    });
    onClose();
    await navigate({ to: '/kennis/recht/$id', params: { id } });
  }

  return (
    <Dialog
      title={t`Wat is er veranderd in het recht?`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Leg vast`, onPress: () => void record(), busy: command.busy }}
    >
      <Stack>
        <NoteProblems problems={problems} shownAt={shownAt} />
        <Select
          label={t`Soort`}
          value={kind}
          options={legalEventKinds.map((one) => ({ id: one, label: capital(i18n._(kindWords[one])) }))}
          onChange={(id) => setKind(legalEventKinds.find((one) => one === id) ?? kind)}
        />
        <TextField
          label={t`Wat verandert er?`}
          hint={t`Eén zin, bijvoorbeeld “Nieuwe versie van AERIUS Calculator”.`}
          maxLength={legalEventLimits.titleMax}
          value={title}
          onChange={setTitle}
          {...(titleError && { error: titleError })}
        />
        <DatePicker
          label={t`Geldt vanaf`}
          value={effectiveOn}
          onChange={setEffectiveOn}
          {...(dayError && { error: dayError })}
        />
        <TextArea
          label={t`Bronnen`}
          hint={t`Eén per regel, zoals notities ze noemen: een ECLI, een wet, een artikel.`}
          rows={3}
          value={sources}
          onChange={setSources}
          {...(sourcesError && { error: sourcesError })}
        />
        <div aria-live="polite">
          {resting.length > 0 ? (
            <CheckboxGroup
              label={t`Notities die hierop rusten`}
              hint={t`Wat aangevinkt is leest als “eerst controleren” tot iemand heeft geoordeeld.`}
              value={chosen.map(({ id }) => id)}
              onChange={(ids) => setDropped(resting.flatMap(({ id }) => (ids.includes(id) ? [] : id)))}
              options={resting.map((note) => ({ id: note.id, label: note.title }))}
            />
          ) : (
            references.length > 0 && (
              <p className="sub">
                <Trans>Geen notitie noemt deze bronnen. Vastleggen kan; er wordt niets gemarkeerd.</Trans>
              </p>
            )
          )}
        </div>
        <TextArea
          label={t`Wat betekent het?`}
          required={false}
          rows={3}
          maxLength={legalEventLimits.summaryMax}
          value={summary}
          onChange={setSummary}
          {...(summaryError && { error: summaryError })}
        />
        <p className="sub small">
          <Trans>
            Eigenaren van open zaken die zo’n notitie gebruikten krijgen bericht, ook van zaken die jij niet kunt zien.
          </Trans>
        </p>
      </Stack>
    </Dialog>
  );
}
