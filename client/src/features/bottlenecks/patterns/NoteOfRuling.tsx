import { useLingui } from '@lingui/react/macro';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { ReactElement } from 'react';
import type { ResolvePatternInput } from '../../../generated/graphql.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { NotePicker } from '../../knowledge/NotePicker.tsx';
import { useAbility } from '../../session/session.ts';

/** The note beside a ruling, as far as it is filled in. */
export interface RulingNote {
  choice: 'write' | 'choose' | 'none';
  chosen: { id: string; title: string } | null;
  title: string;
  summary: string;
}

export const noNote: RulingNote = { choice: 'none', chosen: null, title: '', summary: '' };

/** What of the note goes along, and whether something is missing. */
export function useRulingNote(
  { choice, chosen, title, summary }: RulingNote,
  themeCodes: readonly string[],
): { input: Pick<ResolvePatternInput, 'noteId' | 'newNote'>; wanting: boolean } {
  if (choice === 'choose') return { input: { noteId: chosen?.id ?? null }, wanting: !chosen };
  if (choice === 'none') return { input: {}, wanting: false };
  return {
    input: {
      newNote: { title: title.trim(), summary: summary.trim(), themeCodes: [...new Set(themeCodes)].slice(0, 5) },
    },
    wanting: title.trim().length < noteLimits.titleMin || summary.trim() === '',
  };
}

interface NoteOfRulingProps {
  note: RulingNote;
  onChange: (note: RulingNote) => void;
  problems: readonly Problem[];
  /** The person has tried to go on: what is missing is said. */
  told: boolean;
}

/** What would help the next one: a note that is written or chosen there and then, or none. */
export function NoteOfRuling({ note, onChange, problems, told }: NoteOfRulingProps): ReactElement {
  const { t } = useLingui();
  const mayWrite = useAbility('WRITE_NOTE');
  const { choice, chosen, title, summary } = note;
  const set = (part: Partial<RulingNote>): void => onChange({ ...note, ...part });
  const chosenError = problemAt(problems, 'noteId') ?? (told && !chosen ? t`Kies een notitie, of geen.` : undefined);
  const titleError =
    problemAt(problems, 'title') ??
    (told && title.trim().length < noteLimits.titleMin
      ? t`Geef de notitie een titel van minstens ${noteLimits.titleMin} tekens.`
      : undefined);
  const summaryError =
    problemAt(problems, 'summary') ??
    (told && !summary.trim() ? t`Schrijf in een paar zinnen wat de volgende moet weten.` : undefined);
  return (
    <>
      <ChoiceGroup
        label={t`Wat zou de volgende helpen?`}
        value={choice}
        onChange={(id) => set({ choice: id === 'write' || id === 'choose' ? id : 'none' })}
        options={[
          ...(mayWrite.allowed ? [{ id: 'write', label: t`Schrijf een notitie` }] : []),
          {
            id: 'choose',
            label: t`Kies een bestaande notitie`,
            note: t`Die krijgt bij elk knelpunt erbij dat ze werkte.`,
          },
          { id: 'none', label: t`Geen notitie` },
        ]}
      />
      {choice === 'choose' && (
        <NotePicker
          value={chosen}
          onChange={(next) => set({ chosen: next })}
          {...(chosenError && { error: chosenError })}
        />
      )}
      {choice === 'write' && (
        <>
          <TextField
            label={t`Titel van de notitie`}
            maxLength={noteLimits.titleMax}
            value={title}
            onChange={(next) => set({ title: next })}
            {...(titleError && { error: titleError })}
          />
          <TextArea
            label={t`In het kort`}
            hint={t`Zonder namen, prijzen of partijen: anderen lezen dit ook.`}
            rows={3}
            maxLength={noteLimits.summaryMax}
            value={summary}
            onChange={(next) => set({ summary: next })}
            {...(summaryError && { error: summaryError })}
          />
        </>
      )}
    </>
  );
}
