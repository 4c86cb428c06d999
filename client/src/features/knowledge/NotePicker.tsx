import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { NotePickerQuery, NotePickerQueryVariables } from '../../generated/graphql.ts';
import { Picker, usePickerText } from '../../ui/Picker.tsx';

const notePickerQuery: TypedDocumentNode<NotePickerQuery, NotePickerQueryVariables> = gql`
  query NotePicker($text: String) {
    notes(filter: { text: $text }, first: 20) {
      edges {
        cursor
        node {
          id
          title
          validity
        }
      }
    }
  }
`;

interface NotePickerProps {
  value: { id: string; title: string } | null;
  onChange: (note: { id: string; title: string } | null) => void;
  /** What it is asked for; left out: a note. */
  label?: string;
  /** A note that is no answer here. */
  exceptId?: string;
  required?: boolean;
  error?: string;
}

/** Finds a knowledge note by its words while one types. */
export function NotePicker({ value, onChange, label, exceptId, ...field }: NotePickerProps): ReactElement {
  const { t } = useLingui();
  const choice = value && { id: value.id, name: value.title };
  const picker = usePickerText(choice);
  const { data, previousData, loading } = useQuery(notePickerQuery, { variables: { text: picker.asked || null } });
  const words = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
  const found = ((data ?? previousData)?.notes.edges ?? []).filter(({ node }) => node.id !== exceptId);
  return (
    <Picker
      {...field}
      picker={picker}
      label={label ?? t`Notitie`}
      hint={t`Typ een paar woorden uit de titel.`}
      value={choice}
      onChange={(chosen) => onChange(chosen && { id: chosen.id, title: chosen.name })}
      options={found.map(({ node }) => ({ id: node.id, label: node.title, note: words[node.validity] }))}
      loading={loading}
      emptyText={t`Geen notitie gevonden. Schrijf er een.`}
    />
  );
}
