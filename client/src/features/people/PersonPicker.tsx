import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { PersonPickerQuery, PersonPickerQueryVariables } from '../../generated/graphql.ts';
import { Picker, usePickerText, type Choice } from '../../ui/Picker.tsx';

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
  autoFocus?: boolean;
  value: Choice | null;
  onChange: (person: Choice | null) => void;
}

/** Finds a person by name or organisation while one types. */
export function PersonPicker({ value, ...field }: PersonPickerProps): ReactElement {
  const { t } = useLingui();
  const picker = usePickerText(value);
  const { data, previousData, loading } = useQuery(personPickerQuery, { variables: { text: picker.asked || null } });
  const found = (data ?? previousData)?.people.edges ?? [];
  return (
    <Picker
      {...field}
      picker={picker}
      value={value}
      options={found.map(({ node }) => ({ id: node.id, label: node.name, note: node.organisation.name }))}
      loading={loading}
      emptyText={t`Niemand gevonden. Zoek op een deel van de naam of de organisatie.`}
    />
  );
}
