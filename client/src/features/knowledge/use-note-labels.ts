import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../lib/format.ts';
import type { NoteDraft, NoteField } from './note-draft.ts';
import { audiences } from './note-words.ts';

interface NoteLabels {
  label: (field: NoteField) => string;
  /** The value of a field as a person reads it. */
  words: (draft: NoteDraft, field: NoteField) => string;
}

/** The fields of a note in the reader's language. @param themes names by code */
export function useNoteLabels(themes: readonly { code: string; name: string }[]): NoteLabels {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const labels: Readonly<Record<NoteField, string>> = {
    title: t`Titel`,
    summary: t`In het kort`,
    applies: t`Wanneer wel`,
    appliesNot: t`Wanneer niet`,
    steps: t`Stappen`,
    body: t`Toelichting`,
    caveat: t`Let op één ding`,
    themeCodes: t`Thema’s`,
    tags: t`Trefwoorden`,
    legalReferences: t`Bronnen`,
    validAsOf: t`Gecontroleerd op`,
    reviewBy: t`Herzien vóór`,
    confidentiality: t`Wie leest dit?`,
  };
  return {
    label: (field) => labels[field],
    words: (draft, field) => {
      if (field === 'themeCodes')
        return draft.themeCodes.map((code) => themes.find((theme) => theme.code === code)?.name ?? code).join(', ');
      if (field === 'confidentiality') return i18n._(audiences[draft.confidentiality].label);
      const value = draft[field];
      return (field === 'validAsOf' || field === 'reviewBy') && value ? date(value) : (value ?? '');
    },
  };
}
