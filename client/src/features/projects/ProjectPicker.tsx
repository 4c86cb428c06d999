import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { useViewer } from '../session/session.ts';
import type { ProjectPickerQuery, ProjectPickerQueryVariables } from '../../generated/graphql.ts';
import { Picker, usePickerText, type Choice } from '../../ui/Picker.tsx';

const projectPickerQuery: TypedDocumentNode<ProjectPickerQuery, ProjectPickerQueryVariables> = gql`
  query ProjectPicker($text: String, $kind: ProjectKind) {
    projects(filter: { text: $text, kind: $kind }, first: 20) {
      edges {
        cursor
        node {
          id
          name
          planNumber
          municipality {
            id
            name
          }
        }
      }
    }
  }
`;

interface ProjectPickerProps {
  value: Choice | null;
  onChange: (project: Choice | null) => void;
  id?: string;
  hint?: ReactNode;
  error?: string;
}

/** Finds a project by name, plan number or municipality while one types. */
export function ProjectPicker({ value, hint, ...field }: ProjectPickerProps): ReactElement {
  const { t } = useLingui();
  const { demo } = useViewer();
  const picker = usePickerText(value);
  const { data, previousData, loading } = useQuery(projectPickerQuery, {
    // In the demo nothing invented hangs on a real project.
    variables: { text: picker.asked || null, kind: demo ? 'DEMO_FICTIONAL' : null },
  });
  const found = (data ?? previousData)?.projects.edges ?? [];
  return (
    <Picker
      {...field}
      picker={picker}
      label={t`Project`}
      hint={hint ?? t`Naam, plannummer of gemeente.`}
      value={value}
      options={found.map(({ node }) => ({
        id: node.id,
        label: `${node.name}, ${node.municipality.name}`,
        ...(node.planNumber && { note: node.planNumber }),
      }))}
      loading={loading}
      emptyText={t`Geen project gevonden. Zoek op een deel van de naam of op de gemeente.`}
    />
  );
}
