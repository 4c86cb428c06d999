import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { OrganisationPickerQuery, OrganisationPickerQueryVariables } from '../../generated/graphql.ts';
import { Picker, usePickerText, type Choice } from '../../ui/Picker.tsx';

const organisationPickerQuery: TypedDocumentNode<OrganisationPickerQuery, OrganisationPickerQueryVariables> = gql`
  query OrganisationPicker($text: String) {
    organisations(text: $text, first: 20) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`;

interface OrganisationPickerProps {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  value: Choice | null;
  onChange: (organisation: Choice | null) => void;
}

/** Finds an organisation by name while one types. */
export function OrganisationPicker({ value, ...field }: OrganisationPickerProps): ReactElement {
  const { t } = useLingui();
  const picker = usePickerText(value);
  const { data, previousData, loading } = useQuery(organisationPickerQuery, {
    variables: { text: picker.asked || null },
  });
  const found = (data ?? previousData)?.organisations.edges ?? [];
  return (
    <Picker
      {...field}
      picker={picker}
      value={value}
      options={found.map(({ node }) => ({ id: node.id, label: node.name }))}
      loading={loading}
      emptyText={t`Geen organisatie gevonden. Zoek op een deel van de naam.`}
    />
  );
}
