import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState, type ReactElement, type ReactNode } from 'react';
import { useViewer } from '../session/session.ts';
import type { ProjectPickerQuery, ProjectPickerQueryVariables } from '../../generated/graphql.ts';
import { ComboBox, type ComboOption } from '../../ui/ComboBox.tsx';

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
  value: { id: string; name: string } | null;
  onChange: (project: { id: string; name: string } | null) => void;
  id?: string;
  hint?: ReactNode;
  error?: string;
}

/** Finds a project by name, plan number or municipality while one types. */
export function ProjectPicker({ value, onChange, id, hint, error }: ProjectPickerProps): ReactElement {
  const { t } = useLingui();
  const { demo } = useViewer();
  const [text, setText] = useState(value?.name ?? '');
  // A chosen project stands in the field as “Name, Municipality”: searching for that would find nothing.
  const asked = useDeferredValue(value && text === value.name ? '' : text.trim());
  const { data, previousData, loading } = useQuery(projectPickerQuery, {
    // In the demo nothing invented hangs on a real project.
    variables: { text: asked || null, kind: demo ? 'DEMO_FICTIONAL' : null },
  });
  const found = (data ?? previousData)?.projects.edges ?? [];
  const options: ComboOption[] = found.map(({ node }) => ({
    id: node.id,
    label: `${node.name}, ${node.municipality.name}`,
    ...(node.planNumber && { note: node.planNumber }),
  }));
  if (value && !options.some((option) => option.id === value.id)) options.unshift({ id: value.id, label: value.name });
  return (
    <ComboBox
      label={t`Project`}
      hint={hint ?? t`Naam, plannummer of gemeente.`}
      emptyText={t`Geen project gevonden. Zoek op een deel van de naam of op de gemeente.`}
      value={value?.id ?? null}
      inputValue={text}
      options={options}
      loading={loading}
      onInputChange={setText}
      onChange={(chosen, option) => {
        if (chosen === null) {
          // Emptying the field takes the choice away; typing on does not yet.
          if (text.trim() === '') onChange(null);
          return;
        }
        const name = option?.label ?? '';
        setText(name);
        onChange({ id: chosen, name });
      }}
      {...(id && { id })}
      {...(error && { error })}
    />
  );
}
