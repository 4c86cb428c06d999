import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState, type ReactElement } from 'react';
import type { PersonPickerQuery, PersonPickerQueryVariables } from '../../generated/graphql.ts';
import { ComboBox, type ComboOption } from '../../ui/ComboBox.tsx';

const personPickerQuery: TypedDocumentNode<PersonPickerQuery, PersonPickerQueryVariables> = gql`
  query PersonPicker($text: String) {
    people(text: $text, first: 20) {
      edges {
        cursor
        node {
          id
          name
          organisation {
            id
            name
          }
        }
      }
    }
  }
`;

interface PersonPickerProps {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  value: { id: string; name: string } | null;
  onChange: (person: { id: string; name: string } | null) => void;
}

/** Finds a person by name or organisation while one types. */
export function PersonPicker({
  label,
  hint,
  error,
  required = true,
  value,
  onChange,
}: PersonPickerProps): ReactElement {
  const { t } = useLingui();
  const [text, setText] = useState(value?.name ?? '');
  const asked = useDeferredValue(value && text === value.name ? '' : text.trim());
  const { data, previousData, loading } = useQuery(personPickerQuery, { variables: { text: asked || null } });
  const options: ComboOption[] = ((data ?? previousData)?.people.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.name,
    note: node.organisation.name,
  }));
  if (value && !options.some(({ id }) => id === value.id)) options.unshift({ id: value.id, label: value.name });
  return (
    <ComboBox
      label={label}
      required={required}
      emptyText={t`Niemand gevonden. Zoek op een deel van de naam of de organisatie.`}
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
        const name = option?.label ?? '';
        setText(name);
        onChange({ id: chosen, name });
      }}
      {...(hint && { hint })}
      {...(error && { error })}
    />
  );
}
