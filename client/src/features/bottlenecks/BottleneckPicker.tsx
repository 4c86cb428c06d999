import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type {
  BottleneckFilter,
  BottleneckPickerQuery,
  BottleneckPickerQueryVariables,
} from '../../generated/graphql.ts';
import { Picker, usePickerText } from '../../ui/Picker.tsx';

const bottleneckPickerQuery: TypedDocumentNode<BottleneckPickerQuery, BottleneckPickerQueryVariables> = gql`
  query BottleneckPicker($mine: BottleneckFilter!, $all: BottleneckFilter!) {
    mine: bottlenecks(filter: $mine, orderBy: UPDATED_DESC, first: 10) {
      edges {
        cursor
        node {
          id
          number
          title
          viewerCan {
            verb
            allowed
          }
        }
      }
    }
    all: bottlenecks(filter: $all, orderBy: UPDATED_DESC, first: 20) {
      edges {
        cursor
        node {
          id
          number
          title
          viewerCan {
            verb
            allowed
          }
        }
      }
    }
  }
`;

/** A case as it was chosen. */
export interface ChosenBottleneck {
  id: string;
  number: string;
  title: string;
}

interface BottleneckPickerProps {
  value: ChosenBottleneck | null;
  onChange: (bottleneck: ChosenBottleneck | null) => void;
  /** Which ones there are to choose from; by default the open ones. */
  filter?: BottleneckFilter;
  /** Only those on which the viewer may do this, such as LINK_NOTE. */
  may?: string;
  hint?: string;
  error?: string;
}

/** Finds a case by its number or words while one types; one's own come first. */
export function BottleneckPicker({
  value,
  onChange,
  filter = { open: true },
  may,
  hint,
  ...field
}: BottleneckPickerProps): ReactElement {
  const { t } = useLingui();
  const choice = value && { id: value.id, name: value.title };
  const picker = usePickerText(choice);
  const all = { ...filter, ...(picker.asked && { text: picker.asked }) };
  const { data, previousData, loading } = useQuery(bottleneckPickerQuery, {
    variables: { mine: { ...all, mine: true }, all },
  });
  const shown = data ?? previousData;
  const found = [...(shown?.mine.edges ?? []), ...(shown?.all.edges ?? [])]
    .map(({ node }) => node)
    .filter(({ viewerCan }) => !may || viewerCan.some(({ verb, allowed }) => verb === may && allowed));
  const each = [...new Map([...(value ? [value] : []), ...found].map((one) => [one.id, one])).values()];
  return (
    <Picker
      {...field}
      picker={picker}
      label={t`Knelpunt`}
      hint={hint ?? t`Typ een nummer of een paar woorden uit de titel.`}
      value={choice}
      onChange={(chosen) => onChange(chosen && (each.find(({ id }) => id === chosen.id) ?? null))}
      options={each.map(({ id, number, title }) => ({ id, label: title, note: number }))}
      loading={loading}
      emptyText={t`Geen knelpunt gevonden dat je mag zien.`}
    />
  );
}
