import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState, type ReactElement } from 'react';
import type { NotePickerQuery, NotePickerQueryVariables } from '../../generated/graphql.ts';
import { ComboBox, type ComboOption } from '../../ui/ComboBox.tsx';

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
  error?: string;
}

/** Finds a knowledge note by its words while one types. */
export function NotePicker({ value, onChange, error }: NotePickerProps): ReactElement {
  const { t } = useLingui();
  const [text, setText] = useState(value?.title ?? '');
  const asked = useDeferredValue(value && text === value.title ? '' : text.trim());
  const { data, previousData, loading } = useQuery(notePickerQuery, { variables: { text: asked || null } });
  const words = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
  const options: ComboOption[] = ((data ?? previousData)?.notes.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.title,
    note: words[node.validity],
  }));
  if (value && !options.some(({ id }) => id === value.id)) options.unshift({ id: value.id, label: value.title });
  return (
    <ComboBox
      label={t`Notitie`}
      hint={t`Typ een paar woorden uit de titel.`}
      emptyText={t`Geen notitie gevonden. Schrijf er een.`}
      value={value?.id ?? null}
      inputValue={text}
      options={options}
      loading={loading}
      onInputChange={setText}
      onChange={(chosen, option) => {
        if (chosen === null) {
          if (text.trim() === '') onChange(null);
          return;
        }
        const title = option?.label ?? '';
        setText(title);
        onChange({ id: chosen, title });
      }}
      {...(error && { error })}
    />
  );
}
